package dev.regwright.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.convert.Form;
import dev.regwright.generate.GenerateResult.Done;
import dev.regwright.generate.GenerateResult.Lossy;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Mirror;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import dev.regwright.preset.Preset;
import dev.regwright.preset.Presets;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every product, each registry it can mirror, every Talos version and form: what is written lints
 * clean, and nodes that read it request what the product's documentation says.
 */
class PresetMatrixTest {
  private static final List<String> VERSIONS = List.of("1.11", "1.12", "1.13", "1.14", "1.15");
  private static final String ALL =
      "docker.io registry.k8s.io gcr.io ghcr.io quay.io factory.talos.dev";
  private static final String ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

  /**
   * In places and URLs, # is the number of the upstream in the list. The URLs are where the
   * products answer by their own documentation, before the image's name.
   */
  private static final String PRODUCTS =
      """
      harbor | harbor.test | | p# | ALL | https://harbor.test/v2/p#
      harbor | http://harbor.test:8080 | | p# | ALL | http://harbor.test:8080/v2/p#
      zot | zot.test:5000 | | a/p# | ALL | https://zot.test:5000/v2/a/p#
      zot | zot.test:5000 | layout=root | | ALL | https://zot.test:5000/v2
      nexus | nexus.test | | p# | ALL | https://nexus.test/v2/p#
      nexus | nexus.test | layout=port | 500# | ALL | https://nexus.test:500#/v2
      nexus | nexus.test | layout=subdomain | p# | ALL | https://p#.nexus.test/v2
      nexus | nexus.test | layout=repository | p# | ALL | https://nexus.test/repository/p#/v2
      artifactory | art.test | | p# | ALL | https://art.test/v2/p#
      artifactory | art.test | layout=api | p# | ALL | https://art.test/artifactory/api/docker/p#/v2
      artifactory | art.test | layout=subdomain | p# | ALL | https://p#.art.test/v2
      artifactory | art.test | layout=port | 500# | ALL | https://art.test:500#/v2
      gitlab | gitlab.test | group=acme/sub | | docker.io | https://gitlab.test/v2/acme/sub/dependency_proxy/containers
      quay | quay.test | | p# | ALL | https://quay.test/v2/p#
      pulp | pulp.test | | p# | ALL | https://pulp.test/v2/p#
      distribution | 10.5.0.1 | | 500# | ALL | http://10.5.0.1:500#/v2
      distribution | https://[fd00::1] | | 500# | ALL | https://[fd00::1]:500#/v2
      http | 10.5.0.1:5000 | | | | http://10.5.0.1:5000/v2
      ecr | ECR | | p# | docker.io registry.k8s.io ghcr.io quay.io | https://ECR/v2/p#
      ecr | ECR | | | docker.io | https://ECR/v2/docker-hub
      ecr | ECR | | | registry.k8s.io | https://ECR/v2/kubernetes
      gar | europe-west1-docker.pkg.dev | project=acme | p# | ALL | https://europe-west1-docker.pkg.dev/v2/acme/p#
      acr | acme.azurecr.io | | p# | docker.io registry.k8s.io gcr.io ghcr.io quay.io | https://acme.azurecr.io/v2/p#
      cloudsmith | | owner=acme | p# | ALL | https://docker.cloudsmith.io/v2/acme/p#
      mirror-gcr | | | | docker.io | https://mirror.gcr.io/v2
      spegel | 10.5.0.2 | | | ALL | http://10.5.0.2:30020/v2 http://10.5.0.2:30021/v2
      spegel | 10.5.0.2 | | | * | http://10.5.0.2:30020/v2 http://10.5.0.2:30021/v2
      talos-image-cache | cache.test | | | ALL | https://cache.test:12000/v2
      talos-image-cache | cache.test | | | * | https://cache.test:12000/v2
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = PRODUCTS)
  void nodesRequestWhatTheProductServes(
      String id, String host, String options, String place, String upstreams, String bases) {
    List<String> names = names(upstreams);
    PresetWish wish = wish(id, host, options, place, names);
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      List<String> requests = new ArrayList<>();
      for (String base : bases.replace("ECR", ECR).replace("#", "" + (i + 1)).split(" ", -1)) {
        requests.add(base + image(name) + "?ns=" + (name.equals("*") ? "quay.io" : name));
      }
      expected.put(name, requests);
    }
    if (names.isEmpty()) { // the registry itself, which needs not be told its name
      expected.put("10.5.0.1:5000", List.of(bases + image("")));
    }

    for (String version : VERSIONS) {
      for (Form form : List.of(Form.TALOS, Form.TALOS_LEGACY)) {
        if (form == Form.TALOS && version.equals("1.11")) {
          continue;
        }
        String text = clean(wish, form, TalosVersion.of(version));
        assertThat(requests(text, TalosVersion.of(version)))
            .as("%s %s", version, form)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = PRODUCTS)
  void flagsSayItOrSayThatTheyCannot(
      String id, String host, String options, String place, String upstreams, String bases) {
    List<String> names = names(upstreams);
    PresetWish wish = wish(id, host, options, place, names);
    for (String version : VERSIONS) {
      GenerateResult result = generate(wish, Form.TALOSCTL_FLAGS, TalosVersion.of(version));
      if (bases.contains("/v2/") || id.equals("http")) { // overridePath, skipFallback
        assertThat(result).isInstanceOf(Lossy.class);
        continue;
      }
      StringBuilder expected = new StringBuilder();
      for (int i = 0; i < names.size(); i++) {
        for (String base : bases.replace("#", "" + (i + 1)).split(" ", -1)) {
          String value = names.get(i) + "=" + base.substring(0, base.length() - "/v2".length());
          boolean quoted = value.contains("*") || value.contains("[");
          expected
              .append(expected.isEmpty() ? "" : " \\\n")
              .append("--registry-mirror ")
              .append(quoted ? "'" + value + "'" : value);
        }
      }
      assertThat(((Done) result).files().get(0).text()).isEqualTo(expected + "\n");
    }
  }

  /** With nothing but what has to be said. */
  @Test
  void everyPresetMakesSomethingOfItsExample() {
    for (Preset preset : Presets.ALL) {
      for (String version : VERSIONS) {
        TalosVersion talos = TalosVersion.of(version);
        clean(example(preset, List.of()), null, talos);
        if (!Set.of("http").contains(preset.id())) {
          clean(example(preset, List.of("common")), null, talos);
        }
      }
    }
  }

  @Test
  void noPresetIsMissing() {
    Set<String> tested = new TreeSet<>();
    PRODUCTS.lines().forEach(line -> tested.add(line.substring(0, line.indexOf(' '))));
    assertThat(tested).containsExactlyInAnyOrderElementsOf(Presets.ids());
  }

  private static PresetWish example(Preset preset, List<String> upstreams) {
    List<String> words = PresetGuide.example(preset);
    Map<String, String> options = new LinkedHashMap<>();
    String host = null;
    for (int i = 0; i < words.size(); i += 2) {
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "--host" -> host = value;
        case "--option" -> options.put(value.replaceFirst("=.*", ""), "acme");
        default -> assertThat(words.get(i)).isEqualTo("--preset");
      }
    }
    return new PresetWish(preset.id(), host, upstreams, options);
  }

  private static List<String> names(String upstreams) {
    return upstreams == null ? List.of() : List.of(upstreams.replace("ALL", ALL).split(" ", -1));
  }

  private static PresetWish wish(
      String id, String host, String options, String place, List<String> names) {
    List<String> upstreams = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      upstreams.add(names.get(i) + (place == null ? "" : "=" + place.replace("#", "" + (i + 1))));
    }
    Map<String, String> given =
        options == null ? Map.of() : Map.of(options.split("=", 2)[0], options.split("=", 2)[1]);
    return new PresetWish(id, host == null ? null : host.replace("ECR", ECR), upstreams, given);
  }

  private static GenerateResult generate(PresetWish wish, Form form, TalosVersion talos) {
    return Generator.generate(
        new GenerateRequest(List.of(), wish, false, false, Access.NONE, form, talos));
  }

  /** What is generated, after it has been found good. */
  private static String clean(PresetWish wish, Form form, TalosVersion talos) {
    GenerateResult result = generate(wish, form, talos);
    assertThat(result).as("%s %s", wish.id(), talos).isInstanceOf(Done.class);
    Done done = (Done) result;
    assertThat(done.files()).hasSize(1);
    assertThat(done.secret()).isFalse();
    String text = done.files().get(0).text();
    LintedFile linted = Linter.of(Target.talos(talos)).lint(SourceFile.of("g.yaml", text));
    assertThat(linted.findings()).as(text).isEmpty();
    assertThat(linted.talos()).isEqualTo(TalosVerdict.VALID);
    return text;
  }

  private static Map<String, List<String>> requests(String text, TalosVersion talos) {
    var file = TalosReader.read(SourceFile.of("g.yaml", text), talos, FileRole.AUTO);
    Map<String, List<String>> requests = new LinkedHashMap<>();
    for (Mirror mirror : EffectiveConfig.of(file).config().mirrors().values()) {
      List<String> urls = new ArrayList<>();
      for (Endpoint endpoint : mirror.endpoints()) {
        urls.add(request(mirror.name(), endpoint));
      }
      requests.put(mirror.name(), urls);
    }
    return requests;
  }

  /**
   * The rule both pullers follow: without overridePath, /v2 is put behind a path that does not end
   * so; the registry's name is told to any other host.
   */
  private static String request(String mirror, Endpoint endpoint) {
    EndpointUrl url = ((UrlParse.Ok) EndpointUrl.parse(endpoint.url(), UrlRules.GO_1_26)).url();
    boolean appends = !endpoint.overridesPath() && !url.path().endsWith("/v2");
    String registry = mirror.equals("*") ? "quay.io" : mirror;
    return url.scheme()
        + "://"
        + url.host()
        + url.path()
        + (appends ? "/v2" : "")
        + image(mirror)
        + (registry.equals(url.host()) ? "" : "?ns=" + registry);
  }

  private static String image(String mirror) {
    return mirror.equals("docker.io") ? "/library/nginx/manifests/1" : "/org/app/manifests/1";
  }
}
