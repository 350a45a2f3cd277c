package dev.regwright.lint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.containerd.FileView;
import dev.regwright.containerd.HostsPlace;
import dev.regwright.lint.ContainerdLinter;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies about hosts.toml, where the pages' examples end. */
class HostsPoliciesTest {
  private static final Policy ALL =
      new Policy(true, true, true, List.of(new HostPattern("m.example.org")), true, List.of());

  private static ContainerdLinter linter(Policy policy, String containerd) {
    Target target =
        Target.talos(TalosVersion.of("1.14"))
            .withContainerd(ContainerdVersion.parse(containerd).orElseThrow());
    return Linter.of(target).withRules(policy.rules()).containerd();
  }

  private static LintedFile lint(
      Policy policy, String containerd, Map<String, String> files, String directory) {
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    String name = directory + "/hosts.toml";
    return linter(policy, containerd)
        .lint(
            SourceFile.of(name, files.get(name)),
            new HostsPlace(FileView.of("/certs.d", bytes), "/certs.d", directory));
  }

  private static List<String> rules(LintedFile file) {
    return file.findings().stream()
        .map(f -> f.rule().replace("policy-", "") + ":" + f.span().startLine())
        .toList();
  }

  /** The registry is known by the directory; {@code |} ends a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "docker.io; [host.'https://m.example.org']; air-gapped:1",
        "docker.io; server='https://REGISTRY-1.docker.io:443'|[host.'https://m.example.org']; air-gapped:1",
        "docker.io; server='https://docker.io'|[host.'https://m.example.org']; air-gapped:1, hosts-dockerhub-website:1",
        "docker.io; server='https://m.example.org'; require-fallback:1",
        "docker.io; server='https://n.example.org'; allowed-endpoints:1, require-fallback:1",
        "r.io_5000_; server='https://r.io:5000'|[host.'https://m.example.org']; air-gapped:1",
        "r.io_5000_; server='https://r.io'; allowed-endpoints:1, require-fallback:1",
        "r.io; server='https://r.io'|ca='x'; ''",
        "r.io; [host.'https://r.io']|[host.'https://m.example.org']; allowed-endpoints:1",
        "_default; server='https://m.example.org'; require-fallback:1",
        "_default; [host.'https://m.example.org']; air-gapped:1",
        "r.io; server='${X}'|[host.'https://${Y}']|skip_verify=true; ''",
        "r.io; server='http://r.io'; no-http:1",
        "r.io; ''; ''",
        "r.io; server=1|[host.'http://r.io']; ''",
      })
  void judges(String directory, String text, String expected) {
    String file = text.replace("|", "\n").replace('\'', '"');
    LintedFile linted = lint(ALL, "2.2", Map.of(directory + "/hosts.toml", file), directory);
    List<String> policies =
        rules(linted).stream()
            .filter(r -> !r.startsWith("toml-") && !r.startsWith("hosts-unreadable"))
            .toList();

    assertThat(policies)
        .containsExactlyInAnyOrderElementsOf(
            expected.isEmpty() ? List.of() : List.of(expected.split(", ", -1)));
  }

  /** Without its directory nobody knows whether a server is the registry itself. */
  @Test
  void judgesAFileOfAnUnknownRegistry() {
    ContainerdLinter linter = linter(ALL, "2.2");
    String server = "server = \"https://n.example.org\"\n";
    assertThat(rules(linter.lint(SourceFile.of("hosts.toml", server), null))).isEmpty();
    String mirror = "[host.\"http://n.example.org\"]\nskip_verify = true\n";
    LintedFile file = linter.lint(SourceFile.of("hosts.toml", mirror), null);
    assertThat(rules(file))
        .contains("air-gapped:1", "allowed-endpoints:1", "no-http:1", "no-skip-verify:2");
    assertThat(file.findings())
        .filteredOn(f -> f.rule().equals("policy-air-gapped"))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.message())
                    .startsWith("pulls of this registry go on to the registry itself"));
  }

  @Test
  void aDirectoryThatIsNotUsedIsNotJudged() {
    Map<String, String> files =
        Map.of(
            "r.io_5000_/hosts.toml",
            "server = \"https://r.io:5000\"\n",
            "r.io:5000/hosts.toml",
            "[host.\"http://m.example.org\"]\n");

    assertThat(rules(lint(ALL, "2.2", files, "r.io:5000")))
        .containsExactly("hosts-shadowed-directory:1");
  }

  @Test
  void oneFileSpeaksForTheMissing() {
    Policy policy =
        new Policy(false, false, false, List.of(), false, List.of("a.io", "b.io", "r.io:5000"));
    String text = "[host.\"https://m.example.org\"]\n";
    Map<String, String> files =
        new TreeMap<>(
            Map.of(
                "b.io/hosts.toml", text, "c.io/hosts.toml", text, "r.io_5000_/hosts.toml", text));
    files.put("a.io/ca.crt", "a directory without hosts.toml mirrors nothing");

    assertThat(rules(lint(policy, "2.2", files, "b.io"))).containsExactly("required-registries:1");
    assertThat(lint(policy, "2.2", files, "b.io").findings().get(0).message())
        .startsWith("pulls of a.io go to a.io itself");
    assertThat(rules(lint(policy, "2.2", files, "c.io"))).isEmpty();
    Map<String, String> byDefault = Map.of("_default/hosts.toml", text);
    assertThat(rules(lint(policy, "2.2", byDefault, "_default"))).isEmpty();
  }

  @Test
  void commentsAndSelectionsCount() {
    String text =
        """
        [host."http://m.example.org"] # regwright: ignore policy-no-http -- inside the node
        skip_verify = false # regwright: ignore policy-no-skip-verify
        """;
    LintedFile file = lint(ALL, "2.2", Map.of("r.io/hosts.toml", text), "r.io");

    assertThat(rules(file)).contains("air-gapped:1", "unused-suppression:2");
    assertThat(file.suppressed())
        .singleElement()
        .extracting(s -> s.finding().span().startLine())
        .isEqualTo(1);
    LintedFile without = linter(Policy.NONE, "2.2").lint(SourceFile.of("hosts.toml", text), null);
    assertThat(rules(without))
        .as("nobody asked, so the comments may be right")
        .containsExactly("hosts-https-first:1");
  }
}
