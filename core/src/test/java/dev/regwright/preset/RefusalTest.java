package dev.regwright.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.preset.PresetResult.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a preset does not do, and what it says instead. */
class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          harbor | | | docker.io | needs a host
          harbor | harbor.test | | * | the mirror * is not possible: Harbor ignores the ns parameter
          zot | zot.test | | * | ignores the ns parameter
          distribution | 10.5.0.1 | | * | ignores the ns parameter
          distribution | 10.5.0.1 | | docker.io=5001 ghcr.io=5001 | which mirrors one registry
          distribution | 10.5.0.1 | | docker.io=0 | is not a port
          distribution | 10.5.0.1 | | docker.io=hub | does not fit
          distribution | 10.5.0.1:65535 | | docker.io ghcr.io | is not a port
          harbor | harbor.test | | docker.io=cache ghcr.io=cache | which mirrors one registry
          harbor | harbor.test | | docker.io=a docker.io=b | two places
          harbor | harbor.test | | docker.io=a/b | does not fit
          harbor | harbor.test | | docker.io= | does not fit
          harbor | harbor.test | | docker.io=/v2/hub | begins with a slash
          harbor | harbor.test | | docker.io=v2/hub | begins with a slash or v2/
          harbor | harbor.test | | docker.io=.. | does not fit
          zot | zot.test | | docker.io=a/../b | does not fit
          zot | zot.test | | docker.io=a//b | does not fit
          zot | zot.test | | docker.io=a/ | does not fit
          zot | zot.test | | docker.io=a%2fb | does not fit
          zot | zot.test | | docker.io=a?b | does not fit
          zot | zot.test | layout=root | docker.io=a | in one place
          zot | zot.test | layout=flat | docker.io | has no such choice
          zot | zot.test | project=a | docker.io | has no such option
          harbor | harbor.test | prefix=../ | docker.io | does not fit
          harbor | harbor.test | | common=a | is a group
          harbor | ghcr.io | | ghcr.io | does not mirror itself
          distribution | https://registry-1.docker.io | | docker.io | does not mirror itself
          nexus | 10.0.0.1 | layout=subdomain | docker.io | has no subdomains
          nexus | nexus.test | layout=subdomain | docker.io=a.b | does not fit
          gitlab | gitlab.test | | docker.io | needs the option group
          gitlab | gitlab.test | group=a b | docker.io | does not fit
          gitlab | gitlab.test | group=acme | ghcr.io | ghcr.io is not possible: GitLab's dependency proxy mirrors Docker Hub only
          gitlab | registry.gitlab.com | group=acme | docker.io | not on the host of the container registry
          ecr | registry.test | | docker.io | is not the host of a private registry of Amazon ECR
          ecr | 12345.dkr.ecr.eu-west-1.amazonaws.com | | docker.io | is not the host
          ecr | public.ecr.aws | | docker.io | is not the host
          ecr | 123456789012.dkr.ecr.eu-west-1.amazonaws.com | | gcr.io | gcr.io is not possible: not an upstream of Amazon ECR
          ecr | http://123456789012.dkr.ecr.eu-west-1.amazonaws.com | | docker.io | over HTTPS only
          gar | pkg.dev | project=acme | docker.io | is not a host of Artifact Registry
          gar | us-docker.pkg.dev | | docker.io | needs the option project
          gar | us-docker.pkg.dev | project=a/.. | docker.io | does not fit
          acr | acme | | docker.io | is not a host of Azure Container Registry
          acr | acme.azurecr.io | | factory | factory.talos.dev is not possible
          cloudsmith | | | docker.io | needs the option owner
          mirror-gcr | mirror.test | | docker.io | this preset is for mirror.gcr.io
          mirror-gcr | | | ghcr.io | mirrors Docker Hub only
          mirror-gcr | | | docker.io=hub | in one place
          http | https://registry.test | | | needs no mirror
          http | registry.test | | docker.io | mirrors nothing
          http | registry | | | is no registry
          harbor | harbor.test | | https://ghcr.io | named as in image references
          harbor | harbor.test | | ghcr.io/org | named as in image references
          harbor | harbor.test | | org | images named org/… come from Docker Hub
          harbor | harbor.test | | user:pw@ghcr.io | holds a user name
          """)
  void refuses(String id, String host, String options, String upstreams, String reason) {
    PresetRequest request =
        PresetRequest.of(host, upstreams == null ? List.of() : List.of(upstreams.split(" ", -1)));
    if (options != null) {
      String[] parts = options.split("=", 2);
      request = request.withOption(parts[0], parts[1]);
    }

    Refused refused = refused(id, request);

    assertThat(refused.reason()).contains(reason);
    assertThat(HostTest.oneLine(refused)).as(refused.toString()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"spegel,10.5.0.1", "mirror-gcr,"})
  void refusesToReplaceRegistries(String id, String host) {
    Refused refused = refused(id, PresetRequest.of(host, List.of()).withSkipFallback(true));

    assertThat(refused.remedy()).contains("fallback");
  }

  @Test
  void namesTheOptionsThereAre() {
    PresetRequest request = PresetRequest.of("art.test", List.of("docker.io"));

    assertThat(refused("artifactory", request.withOption("layuot", "api")).remedy())
        .isEqualTo("its options are layout, prefix");
    assertThat(refused("artifactory", request.withOption("layout", "apis")).remedy())
        .isEqualTo("choose path, api, subdomain, port");
    assertThat(refused("spegel", request.withOption("layout", "api")).remedy())
        .isEqualTo("leave options out");
  }

  @ParameterizedTest
  @MethodSource("presets")
  void servesEveryRegistryOrRefusesTo(Preset preset) {
    if (preset instanceof PlainHttp) {
      return;
    }
    PresetResult result = preset.generate(HintsTest.request(preset).withUpstreams("*"));

    assertThat(result instanceof PresetResult.Generated).isEqualTo(preset.servesEveryRegistry());
  }

  static List<Preset> presets() {
    return Presets.ALL;
  }

  private static Refused refused(String id, PresetRequest request) {
    PresetResult result = Presets.named(id).orElseThrow().generate(request);
    assertThat(result).isInstanceOf(Refused.class);
    return (Refused) result;
  }
}
