package dev.regwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TalosReleasesTest {
  private static List<String> between(String from, String to) {
    return TalosReleases.between(TalosVersion.of(from), TalosVersion.of(to)).stream()
        .map(TalosVersion::toString)
        .toList();
  }

  /** The patch releases are those of the table in which something changed, by their tags. */
  @Test
  void anUpgradePassesEveryReleaseThatChangesAnything() {
    assertThat(between("1.11.3", "1.13.0"))
        .containsExactly(
            "1.11.3", "1.11.6", "1.12.0", "1.12.2", "1.12.3", "1.12.5", "1.12.6", "1.12.8",
            "1.12.11", "1.13.0");
    assertThat(between("1.12.0", "1.12.2")).containsExactly("1.12.0", "1.12.2");
  }

  @Test
  void preReleasesAreOnlyItsEnds() {
    assertThat(between("1.13", "1.14.0-rc.1")).containsExactly("1.13.9", "1.14.0-rc.1");
    assertThat(between("1.14.0-beta.0", "1.14.2"))
        .containsExactly("1.14.0-beta.0", "1.14.0", "1.14.2");
    assertThat(between("1.13.9", "1.15.0-alpha.0"))
        .containsExactly("1.13.9", "1.14.0", "1.15.0-alpha.0");
  }

  @Test
  void whatNobodyKnowsAddsNothing() {
    assertThat(between("1.15.0", "7.3.1")).containsExactly("1.15.0", "7.3.1");
    assertThat(between("0.9.0", "999.0.0")).hasSizeLessThan(60);
  }

  @Test
  void containerdMovedWithinTalos12() {
    assertThat(ContainerdVersion.bundledWith(TalosVersion.of("1.12.7"))).hasToString("2.1.6");
    assertThat(ContainerdVersion.bundledWith(TalosVersion.of("1.12.8"))).hasToString("2.2.5");
    assertThat(ContainerdVersion.bundledWith(TalosVersion.of("1.11.0"))).hasToString("2.1.5");
  }

  /** {@code constants.go} and the image packages of each tag. */
  @Test
  void imagesComeFromWhereTheTagsSay() {
    assertThat(TalosImage.registries(TalosVersion.of("1.11.6")))
        .containsExactly("registry.k8s.io", "ghcr.io", "gcr.io");
    assertThat(TalosImage.registries(TalosVersion.of("1.12.0")))
        .containsExactly("registry.k8s.io", "ghcr.io");
    assertThat(TalosImage.registries(TalosVersion.of("1.14.0-beta.0")))
        .containsExactly("registry.k8s.io", "ghcr.io", "factory.talos.dev");
    assertThat(TalosImage.ETCD.repository(TalosVersion.of("1.11.6")))
        .isEqualTo("gcr.io/etcd-development/etcd");
    assertThat(TalosImage.ETCD.repository(TalosVersion.of("1.12.0")))
        .isEqualTo("registry.k8s.io/etcd");
  }
}
