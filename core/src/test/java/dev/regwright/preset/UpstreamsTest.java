package dev.regwright.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.regwright.model.Mirror;
import dev.regwright.model.TalosVersion;
import dev.regwright.preset.PresetResult.Generated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamsTest {

  @Test
  void commonIsWhatMostClustersPullFrom() {
    assertThat(names("common"))
        .containsExactly(
            "docker.io", "registry.k8s.io", "gcr.io", "ghcr.io", "quay.io", "factory.talos.dev");
  }

  @ParameterizedTest
  @CsvSource({
    "1.11, true",
    "1.11.6, true",
    "1.12.0-alpha.1, true",
    "1.12.0-alpha.2, false",
    "1.12, false",
    "1.14, false",
  })
  void talosPulledEtcdFromGcr(String talos, boolean expected) {
    List<String> group = Upstreams.groups(TalosVersion.of(talos)).get("talos");

    assertThat(group).contains("registry.k8s.io", "ghcr.io", "factory.talos.dev");
    assertThat(group.contains("gcr.io")).isEqualTo(expected);
  }

  @Test
  void groupsGrow() {
    var groups = Upstreams.groups(TalosVersion.of("1.11"));

    assertThat(groups.get("common")).containsAll(groups.get("talos"));
    assertThat(groups.get("wide")).containsAll(groups.get("common")).isEqualTo(Upstreams.names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.io",
        "dockerhub",
        "Docker-Hub",
        "index.docker.io",
        "registry-1.docker.io",
        "hub.docker.com",
        "DOCKER.IO"
      })
  void aliasesOfDockerHub(String word) {
    assertThat(names(word)).containsExactly("docker.io");
  }

  @Test
  void aliasesAreSaid() {
    assertThat(harbor("index.docker.io").notes())
        .containsExactly("index.docker.io stands for docker.io, the name images have.");
  }

  @Test
  void aliasesLeadToKnownNames() {
    assertThat(Upstreams.names()).containsAll(Upstreams.aliases().values());
    assertThat(Upstreams.aliases().keySet()).doesNotContainAnyElementsOf(Upstreams.names());
  }

  @ParameterizedTest
  @CsvSource({
    "dokcerhub, did you mean dockerhub?",
    "dockerhu, did you mean dockerhub?",
    "comon, did you mean common?",
    "quayy, did you mean quay?",
  })
  void suggestsForWordsThatAreNoRegistry(String word, String remedy) {
    UpstreamReader reader = new UpstreamReader(TalosVersion.of("1.14"));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> reader.read(word))
        .satisfies(e -> assertThat(e.result().remedy()).isEqualTo(remedy));
  }

  @Test
  void listsGroupsForWordsNearNothing() {
    UpstreamReader reader = new UpstreamReader(TalosVersion.of("1.14"));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> reader.read("everything"))
        .satisfies(e -> assertThat(e.result().remedy()).endsWith("talos, common, wide"));
  }

  @Test
  void asksAboutRegistriesThatLookLikeSlips() {
    Generated generated = harbor("ghrc.io", "registry.test", "gcr.io");

    assertThat(generated.mirrors()).extracting(Mirror::name).hasSize(3).contains("ghrc.io");
    assertThat(generated.notes())
        .containsExactly("ghrc.io is taken as it is; did you mean ghcr.io?");
  }

  @Test
  void aPlaceBesideAGroupHoldsForItsMember() {
    Generated generated = harbor("common", "docker.io=hub");

    assertThat(generated.mirrors()).hasSize(6);
    assertThat(generated.mirrors().get(0).endpoints().get(0).url())
        .isEqualTo("https://harbor.test/v2/hub");
    assertThat(harbor("docker.io=hub", "common").mirrors()).isEqualTo(generated.mirrors());
  }

  @Test
  void membersOfGroupsAreLeftOutWhereTheyCannotBe() {
    Generated generated = EndpointsTest.generated("gitlab", "gitlab.test", "group=acme", "common");

    assertThat(generated.mirrors()).extracting(Mirror::name).containsExactly("docker.io");
    assertThat(generated.notes())
        .containsExactly(
            "Left out registry.k8s.io, gcr.io, ghcr.io, quay.io, factory.talos.dev:"
                + " GitLab's dependency proxy mirrors Docker Hub only.");
  }

  @ParameterizedTest
  @CsvSource({
    "*, *, *",
    "reg.test:5000, reg.test-5000, reg-test-5000",
    "[fd00::1]:80, fd00-1-80, fd00-1-80"
  })
  void namesOfPlaces(String name, String dotted, String dashed) {
    Upstream upstream = new Upstream(name);

    if (!upstream.isEvery()) {
      assertThat(upstream.dotted()).isEqualTo(dotted);
      assertThat(upstream.dashed()).isEqualTo(dashed);
    }
  }

  private static List<String> names(String... words) {
    return harbor(words).mirrors().stream().map(Mirror::name).toList();
  }

  private static Generated harbor(String... words) {
    PresetResult result =
        Presets.named("harbor")
            .orElseThrow()
            .generate(PresetRequest.of("harbor.test", List.of(words)));
    assertThat(result).isInstanceOf(Generated.class);
    return (Generated) result;
  }
}
