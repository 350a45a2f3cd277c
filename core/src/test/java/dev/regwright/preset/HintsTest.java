package dev.regwright.preset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.TalosVersion;
import dev.regwright.preset.PresetResult.Generated;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said beside the configuration. */
class HintsTest {
  private static final Map<String, String> HOSTS =
      Map.of(
          "ecr", "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
          "gar", "europe-west1-docker.pkg.dev",
          "acr", "acme.azurecr.io",
          "mirror-gcr", "mirror.gcr.io");

  /** A request with all the preset needs, and its usual upstreams. */
  static PresetRequest request(Preset preset) {
    PresetRequest request =
        PresetRequest.of(HOSTS.getOrDefault(preset.id(), "cache.test"), List.of());
    for (PresetOption option : preset.options()) {
      request = option.required() ? request.withOption(option.name(), "acme") : request;
    }
    return request;
  }

  static List<Preset> presets() {
    return Presets.ALL;
  }

  @Test
  void presetsAreListedUnderTheirIds() {
    assertThat(Presets.ids())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][a-z-]*"))
        .hasSize(Preset.class.getPermittedSubclasses().length);
    assertThat(Presets.named("nothing")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void titlesAndOptionsAreFitForAList(Preset preset) {
    assertThat(preset.title()).isNotBlank();
    assertThat(preset.options())
        .allSatisfy(
            option -> {
              assertThat(option.name()).matches("[a-z]+");
              assertThat(option.meaning()).isNotBlank().doesNotEndWith(".");
              assertThat(option.required()).isEqualTo(option.standard() == null);
            });
  }

  @ParameterizedTest
  @MethodSource("presets")
  void hintsAreLinesOfPlainText(Preset preset) {
    Generated generated = generated(preset, request(preset));

    assertThat(generated.hints()).extracting(Hint::title).contains("Credentials", "TLS");
    assertThat(generated.hints())
        .allSatisfy(
            hint ->
                assertThat(hint.text())
                    .isEqualTo(hint.text().strip())
                    .doesNotContain("%s", "%d", "null")
                    .matches(Pattern.compile("[\\x20-\\x7e\\n…]+")));
    assertThat(generated.notes()).allMatch(note -> note.endsWith(".") || note.endsWith("?"));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void hostsAreThoseOfTheEndpoints(Preset preset) {
    Generated generated = generated(preset, request(preset));

    assertThat(generated.mirrors()).isNotEmpty();
    for (Mirror mirror : generated.mirrors()) {
      assertThat(mirror.endpoints())
          .extracting(Endpoint::url)
          .allMatch(url -> generated.hosts().contains(url.split("/", -1)[2]));
    }
  }

  /** Every upstream and its place appear where the server is spoken of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "harbor",
        "zot",
        "nexus",
        "artifactory",
        "quay",
        "pulp",
        "distribution",
        "ecr",
        "gar",
        "acr",
        "cloudsmith"
      })
  void serverHintNamesEveryUpstream(String id) {
    Preset preset = Presets.named(id).orElseThrow();
    Generated generated = generated(preset, request(preset));

    String text = server(generated);
    for (Mirror mirror : generated.mirrors()) {
      String url = mirror.endpoints().get(0).url();
      assertThat(text)
          .contains(url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf(':')) + 1));
      String api = mirror.name().equals("docker.io") ? "" : mirror.name();
      assertThat(text).contains(api);
    }
    assertThat(text)
        .containsAnyOf(
            "registry-1.docker.io", "hub.docker.com", "docker.io/*", "DOCKER-HUB", "\"docker.io\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"destination", "root"})
  void zotSnippetIsJson(String layout) throws IOException {
    Preset zot = Presets.named("zot").orElseThrow();
    Generated generated = generated(zot, request(zot).withOption("layout", layout));
    String text = server(generated);
    String snippet = text.substring(text.indexOf('\n'), text.indexOf("Without compat"));

    JsonNode json = new ObjectMapper().readTree("{" + snippet + "}");

    JsonNode registries = json.at("/extensions/sync/registries");
    assertThat(registries).hasSize(generated.mirrors().size());
    for (int i = 0; i < registries.size(); i++) {
      JsonNode registry = registries.get(i);
      String name = generated.mirrors().get(i).name();
      assertThat(registry.at("/urls/0").asText()).isEqualTo(new Upstream(name).url());
      assertThat(registry.at("/preserveDigest").asBoolean()).isTrue();
      assertThat(registry.at("/content/0/destination").asText())
          .isEqualTo(layout.equals("root") ? "" : "/" + name);
    }
    assertThat(json.at("/http/compat/0").asText()).isEqualTo("docker2s2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbor", "artifactory", "quay"})
  void bodiesOfRequestsAreJson(String id) throws IOException {
    Preset preset = Presets.named(id).orElseThrow();
    Matcher bodies =
        Pattern.compile("-d '(\\{.*?\\})'").matcher(server(generated(preset, request(preset))));

    int count = 0;
    for (; bodies.find(); count++) {
      String body = bodies.group(1).replace(":ID,", ":1,");
      assertThat(new ObjectMapper().readTree(body).isObject()).isTrue();
    }
    assertThat(count).isGreaterThanOrEqualTo(6);
  }

  @Test
  void distributionHasARegistryForEachUpstream() {
    Preset distribution = Presets.named("distribution").orElseThrow();
    PresetRequest request =
        PresetRequest.of("10.5.0.1", List.of("docker.io", "ghcr.io=5000", "quay.io"));

    assertThat(server(generated(distribution, request)).lines().map(String::strip))
        .contains(
            "docker run -d --restart always --name registry-docker.io -p 5001:5000"
                + " -v registry-docker.io:/var/lib/registry \\",
            "-e REGISTRY_PROXY_REMOTEURL=https://registry-1.docker.io"
                + " -e REGISTRY_STORAGE_DELETE_ENABLED=true registry:3",
            "docker run -d --restart always --name registry-ghcr.io -p 5000:5000"
                + " -v registry-ghcr.io:/var/lib/registry \\",
            "docker run -d --restart always --name registry-quay.io -p 5002:5000"
                + " -v registry-quay.io:/var/lib/registry \\");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.13", "1.14"})
  void spegelNeedsLayersKeptInTheFormOfTheRelease(String talos) {
    Preset spegel = Presets.named("spegel").orElseThrow();
    PresetRequest request = request(spegel).withTalos(TalosVersion.of(talos));

    String text = server(generated(spegel, request));

    assertThat(text).contains("discard_unpacked_layers = false");
    assertThat(text.contains("kind: CRICustomizationConfig")).isEqualTo(!talos.equals("1.13"));
    assertThat(text.contains("machine:")).isEqualTo(talos.equals("1.13"));
  }

  @Test
  void imageCacheCertificateIsForTheHost() {
    Preset cache = Presets.named("talos-image-cache").orElseThrow();

    assertThat(server(generated(cache, PresetRequest.of("172.20.0.1", List.of()))))
        .contains("--advertised-address=172.20.0.1", "--address=172.20.0.1:12000");
    assertThat(server(generated(cache, PresetRequest.of("[fd00::1]", List.of()))))
        .contains("--advertised-address=fd00::1", "--address=[fd00::1]:12000");
    assertThat(server(generated(cache, PresetRequest.of("cache.test", List.of()))))
        .contains("--advertised-name=cache.test");
    assertThat(server(generated(cache, PresetRequest.of("http://cache.test", List.of()))))
        .doesNotContain("cert");
  }

  @Test
  void plainHttpMustHaveNoTlsSettings() {
    Preset harbor = Presets.named("harbor").orElseThrow();

    assertThat(tls(generated(harbor, PresetRequest.of("http://harbor.test", List.of()))))
        .startsWith("Plain HTTP: give no TLS settings");
    assertThat(tls(generated(harbor, PresetRequest.of("harbor.test:8443", List.of()))))
        .contains("harbor.test:8443");
  }

  @Test
  void sharedPlacesAreSaid() {
    Preset nexus = Presets.named("nexus").orElseThrow();
    PresetRequest request =
        PresetRequest.of("nexus.test", List.of("docker.io=group", "ghcr.io=group"));

    assertThat(generated(nexus, request).notes())
        .containsExactly(
            "docker.io, ghcr.io share https://nexus.test/v2/group: where two have an image of"
                + " one name, nodes may get the wrong one.");
  }

  @Test
  void skipFallbackIsForAllMirrors() {
    Preset harbor = Presets.named("harbor").orElseThrow();

    assertThat(generated(harbor, request(harbor).withSkipFallback(true)).mirrors())
        .allMatch(Mirror::skipsFallback);
    assertThat(generated(harbor, request(harbor)).mirrors())
        .allMatch(mirror -> mirror.skipFallback() == null);
  }

  private static String server(Generated generated) {
    return generated.hints().get(0).text();
  }

  private static String tls(Generated generated) {
    return generated.hints().get(generated.hints().size() - 1).text();
  }

  private static Generated generated(Preset preset, PresetRequest request) {
    PresetResult result = preset.generate(request);
    assertThat(result).isInstanceOf(Generated.class);
    return (Generated) result;
  }
}
