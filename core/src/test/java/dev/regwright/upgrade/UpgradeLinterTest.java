package dev.regwright.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.lint.UpgradeCounts;
import dev.regwright.lint.settings.FileLinter;
import dev.regwright.model.TalosMode;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an upgrade, and what is only counted; the rules' pages show the rest. */
class UpgradeLinterTest {
  private static final String MIRROR =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
        - url: https://mirror.example.org
      """;

  private static final String DATED =
      """
      machine:
        registries:
          config:
            mirror.example.org:
              auth:
                username: robot
                password: 2024-01-01
          mirrors:
            docker.io:
              endpoints: ["https://mirror.example.org"]
      """;

  private static Target target(String from, String to) {
    return Target.talos(TalosVersion.of(to)).upgradedFrom(TalosVersion.of(from));
  }

  private static UpgradeLinter linter(Target target) {
    // What is said of every legacy file is beside the point here.
    return new UpgradeLinter(
        FileLinter.of(
            Linter.of(target).selecting(rule -> !rule.equals("upgrade-legacy-registries"))));
  }

  private static LintedFile lint(String from, String to, String text) {
    return linter(target(from, to)).lint(SourceFile.of("a.yaml", text));
  }

  private static Finding only(LintedFile file) {
    assertThat(file.findings()).hasSize(1);
    return file.findings().get(0);
  }

  private static String tls(String host, String setting) {
    return "---\napiVersion: v1alpha1\nkind: RegistryTLSConfig\nname: "
        + host
        + "\n"
        + setting
        + "\n";
  }

  @Test
  void withoutAnUpgradeItIsTheLinterItself() {
    Linter plain = Linter.forTalos("1.14");
    SourceFile file = SourceFile.of("a.yaml", DATED);
    assertThat(new UpgradeLinter(FileLinter.of(plain)).lint(file)).isEqualTo(plain.lint(file));
  }

  @Test
  void whatTheNewReleaseRefusesIsNewFromTheReleaseThatDoes() {
    LintedFile file = lint("1.11.3", "1.14", DATED);
    Finding finding = only(file);
    assertThat(finding.rule()).isEqualTo("wrong-type");
    assertThat(finding.message()).endsWith("found a date (from Talos 1.14.0 on)");
    assertThat(finding.upstream()).contains("construct");
    assertThat(file.talos()).isEqualTo(TalosVerdict.LOAD_ERROR);
    assertThat(file.upgrade()).isEqualTo(UpgradeCounts.NONE);
    assertThat(lint("1.11", "1.13.9", DATED).findings()).isEmpty();
  }

  @Test
  void whatAPatchReleaseBringsIsNewFromThatOn() {
    // Go 1.26 refuses the second colon, and the file with it: there are no requests to compare.
    String text = MIRROR.replace("https://mirror.example.org", "http://a:1:2");
    assertThat(only(lint("1.12.3", "1.14", text)).message()).endsWith(" (from Talos 1.13.0 on)");
    assertThat(lint("1.13.1", "1.14", text).findings()).isEmpty();
    assertThat(lint("1.13.1", "1.14", text).upgrade()).isEqualTo(new UpgradeCounts(1, 0));
  }

  @Test
  void aBugOfPreReleasesOnlyIsNotSaidOfTheirRelease() {
    String text = MIRROR + tls("mirror.example.org", "insecureSkipVerify: true\nca: |\n" + CA);
    assertThat(lint("1.13", "1.14.0-beta.1", text).findings())
        .filteredOn(finding -> finding.rule().equals("feature-not-in-version"))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .endsWith("containerd does not find (with Talos 1.14.0-beta.1)");
    assertThat(lint("1.13", "1.14.0-rc.1", text).findings()).isEmpty();
  }

  private static final String CA =
      """
        -----BEGIN CERTIFICATE-----
        MIIBejCCASCgAwIBAgIUAQIDBAUGBwgJCgsMDQ4PEBESExQwCgYIKoZIzj0EAwIw
        -----END CERTIFICATE-----
      """;

  @Test
  void sharedAndGoneFindingsAreCounted() {
    String text =
        MIRROR
            + tls("mirror.example.org", "insecureSkipVerify: true")
            + "---\napiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: docker.io\nusername: a\n"
            + "password: ${P}\n";
    // 1.12.0 has one finding that is gone with 1.12.2, and both have the one about the credentials.
    LintedFile before = Linter.forTalos("1.12.0").lint(SourceFile.of("a.yaml", text));
    LintedFile after = Linter.forTalos("1.14").lint(SourceFile.of("a.yaml", text));
    assertThat(before.findings()).extracting(Finding::rule).contains("feature-not-in-version");
    assertThat(after.findings()).isNotEmpty();
    LintedFile file = lint("1.12.0", "1.14", text);
    assertThat(file.findings()).isEmpty();
    assertThat(file.upgrade().shared()).isEqualTo(after.findings().size());
    assertThat(file.upgrade().gone())
        .isEqualTo(before.findings().size() - after.findings().size())
        .isEqualTo(1);
  }

  @Test
  void whatOnlyReleasesOnTheWayHaveIsSaidOnceForAllPlaces() {
    StringBuilder text = new StringBuilder(MIRROR);
    for (int i = 1; i <= 6; i++) {
      text.append("  - url: https://m").append(i).append(".example.org\n");
    }
    for (int i = 1; i <= 6; i++) {
      text.append(tls("m" + i + ".example.org", "insecureSkipVerify: true"));
    }
    Finding finding = only(lint("1.11", "1.14", text.toString()));
    assertThat(finding.rule()).isEqualTo("upgrade-on-the-way");
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.message())
        .startsWith("Talos 1.12.0 crashes on TLS settings")
        .endsWith(" (only with Talos 1.12.0 to 1.12.1; feature-not-in-version)");
    assertThat(finding.help()).isEqualTo("go by way of Talos 1.12.2 or a newer 1.12");
    assertThat(finding.upstream()).contains("nil pointer");
    assertThat(finding.related())
        .extracting(related -> related.message())
        .containsExactly("here too", "here too", "here too, and in 2 more places");
  }

  @Test
  void whereNoReleaseOfAMinorIsFineTheFileHasToBeMended() {
    String text =
        "# comment\n" + MIRROR + tls("mirror.example.org", "clientIdentity:\n  cert: a\n  key: b");
    List<Finding> findings = lint("1.11", "1.14", text).findings();
    assertThat(findings)
        .filteredOn(finding -> finding.message().endsWith("; client-identity)"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).contains("(only with Talos 1.12.0 to 1.13.9; ");
              assertThat(finding.help()).startsWith("this is not PEM text");
            });
  }

  @Test
  void aReleaseWithOnePatchOnTheWayIsNamedAlone() {
    String text =
        """
        machine:
          registries:
            mirrors:
              registry.k8s.io:
                endpoints: ["https://mirror.example.org"]
            config:
              mirror.example.org:
                auth: {username: robot, password: "${P}"}
        """;
    assertThat(lint("1.8.1", "1.11", text).findings())
        .noneMatch(finding -> finding.rule().equals("upgrade-on-the-way"));
    assertThat(lint("1.7", "1.9", text).findings())
        .filteredOn(finding -> finding.rule().equals("upgrade-on-the-way"))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .endsWith("(only with Talos 1.8.0 to 1.8.2; pause-image-credentials)");
  }

  @Test
  void commentsSettingsAndSelectionHoldForIt() {
    String text = MIRROR + tls("mirror.example.org", "insecureSkipVerify: true");
    String commented =
        text.replace(
            "name: mirror", "# regwright: ignore upgrade-on-the-way -- by 1.12.11\nname: mirror");
    LintedFile file = lint("1.11", "1.14", commented);
    assertThat(file.findings()).isEmpty();
    assertThat(file.suppressed())
        .singleElement()
        .satisfies(suppressed -> assertThat(suppressed.reason()).isEqualTo("by 1.12.11"));
    String original =
        text.replace("name: mirror", "# regwright: ignore feature-not-in-version\nname: mirror");
    assertThat(lint("1.11", "1.14", original).findings()).isEmpty();
    Linter none = Linter.of(target("1.11", "1.14")).selecting(rule -> !rule.startsWith("upgrade"));
    assertThat(
            new UpgradeLinter(FileLinter.of(none)).lint(SourceFile.of("a.yaml", text)).findings())
        .isEmpty();
  }

  @Test
  void aCommentThatIsOfUseNowIsNewWhereItIsNot() {
    String text = "# regwright: ignore-file wrong-type\n" + DATED;
    LintedFile file = lint("1.14.0-rc.1", "1.15.0-alpha.0", text);
    assertThat(file.findings()).isEmpty();
    // On the way it is of no use for a while, which is no news.
    assertThat(lint("1.11", "1.14", text).findings()).isEmpty();
    assertThat(lint("1.11", "1.14", text).upgrade()).isEqualTo(new UpgradeCounts(0, 1));
  }

  @Test
  void aRuleOfTheUpgradeIsNoUnusedCommentElsewhere() {
    String text = MIRROR.replace("name:", "# regwright: ignore upgrade-moves-images\nname:");
    assertThat(Linter.forTalos("1.14").lint(SourceFile.of("a.yaml", text)).findings()).isEmpty();
  }

  @Test
  void requestsAreComparedWhereBothCanLoadTheFile() {
    String wildcard =
        """
        machine:
          registries:
            mirrors:
              "*":
                endpoints: ["https://mirror.example.org"]
        """;
    assertThat(lint("1.8", "1.9", wildcard).findings())
        .extracting(Finding::message)
        .containsExactly(
            "pulls from registries without a mirror change: Talos itself asks"
                + " https://<registry>/v2 too (from Talos 1.9.0 on)");
    assertThat(lint("1.8", "1.14", MIRROR).findings()).isEmpty();
  }

  @Test
  void modesCount() {
    Target target = target("1.13", "1.14").withMode(TalosMode.CONTAINER);
    Finding finding = only(linter(target).lint(SourceFile.of("a.yaml", MIRROR)));
    assertThat(finding.upstream()).contains("hostDNS config is required in container mode");
    assertThat(finding.message()).endsWith(" (from Talos 1.14.0 on)");
  }

  @Test
  void whatContainerdReadsIsJudgedByTheContainerdOfEachRelease() {
    SourceFile file = SourceFile.of("hosts.toml", "server = \"https://mirror.example.org\"\n");
    LintedFile later = linter(target("1.7", "1.9")).lintContainerd(file, null);
    assertThat(later.findings()).isEmpty();
    assertThat(later.upgrade()).isEqualTo(new UpgradeCounts(0, 1));
  }

  @Test
  void patchesAreAppliedForEachRelease() {
    SourceFile base = SourceFile.of("base.yaml", "machine: {}\n---\n" + MIRROR);
    SourceFile patch =
        SourceFile.of("patch.yaml", tls("mirror.example.org", "insecureSkipVerify: true"));
    List<LintedFile> files = linter(target("1.12.2", "1.14")).lint(base, List.of(patch));
    assertThat(files).hasSize(2).allSatisfy(file -> assertThat(file.findings()).isEmpty());
    files = linter(target("1.11", "1.14")).lint(base, List.of(patch));
    assertThat(files.get(0).findings()).isEmpty();
    assertThat(only(files.get(1)).message()).contains("only with Talos 1.12.0 to 1.12.1");
  }

  @Test
  void embeddedPatchesAreLookedAt() {
    String text =
        """
        patches:
          - |-
            machine:
              registries:
                config:
                  mirror.example.org:
                    auth:
                      username: robot
                      password: 2024-01-01
        """;
    Finding finding = only(lint("1.11", "1.14", text));
    assertThat(finding.rule()).isEqualTo("wrong-type");
    assertThat(finding.span().startLine()).isEqualTo(9);
    assertThat(finding.message()).endsWith("(from Talos 1.14.0 on)");
  }

  @Test
  void filesOfNobodyAreLeftAlone() {
    for (String text : List.of("", "a: 1\n", "- 1\n", "\u0000", "kind: [\n")) {
      LintedFile file = lint("0.1.0", "1.20", text);
      assertThat(file.findings()).allMatch(finding -> !finding.rule().equals("internal-error"));
    }
  }
}
