package dev.regwright.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.Suppressed;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
  private static final String TEXT =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
        - url: https://a.example.org/v2/x
        - url: https://b.example.org/v2/x
      """;

  private static LintedFile lint(String text) {
    return Linter.forTalos("1.14").lint(SourceFile.of("f.yaml", text));
  }

  private static Baseline baseline(String text, String path) throws SettingsException {
    var recorder = new Baseline.Recorder();
    recorder.record(lint(text), path);
    return Baseline.read(SourceFile.of("baseline", recorder.text()));
  }

  private static List<Integer> lines(Baseline.Accepted accepted) {
    return accepted.file().findings().stream().map(Finding::span).map(s -> s.startLine()).toList();
  }

  @Test
  void acceptsWhatWasThereWhereverItMoves() throws SettingsException {
    Baseline baseline = baseline(TEXT, "a/f.yaml");

    assertThat(lines(baseline.accept(lint(TEXT), "a/f.yaml"))).isEmpty();
    Baseline.Accepted moved = baseline.accept(lint("# x\n\n" + TEXT), "a/f.yaml");
    assertThat(lines(moved)).isEmpty();
    assertThat(moved.gone()).isZero();
    assertThat(moved.file().suppressed())
        .hasSize(2)
        .allMatch(s -> s.kind() == Suppressed.Kind.EXTERNAL);
    assertThat(lines(baseline.accept(lint(TEXT), "b/f.yaml"))).containsExactly(5, 6);
  }

  @Test
  void reportsWhatIsNew() throws SettingsException {
    Baseline baseline = baseline(TEXT, "f");
    String more =
        TEXT.replace(
            "  - url: https://b", "  - url: https://c.example.org/v2/x\n  - url: https://b");

    assertThat(lines(baseline.accept(lint(more), "f"))).containsExactly(6);
    assertThat(lines(baseline.accept(lint(TEXT.replace("//b", "//z")), "f"))).containsExactly(6);
    assertThat(baseline.accept(lint(TEXT.replace("//b", "//z")), "f").gone()).isEqualTo(1);
  }

  @Test
  void countsEqualLines() throws SettingsException {
    String twice = TEXT + TEXT.substring(TEXT.indexOf("  - url"));
    Baseline one = baseline(TEXT, "f");

    long all =
        lint(twice).findings().stream().filter(f -> f.rule().equals("path-needs-override")).count();
    assertThat(all).isEqualTo(4);
    assertThat(
            one.accept(lint(twice), "f").file().findings().stream()
                .filter(f -> f.rule().equals("path-needs-override"))
                .map(f -> f.span().startLine()))
        .containsExactly(7, 8);
  }

  @Test
  void textIsInOrderAndOnItsLines() throws SettingsException {
    var recorder = new Baseline.Recorder();
    recorder.record(lint(TEXT), "z\n%.yaml");
    recorder.record(lint(TEXT), "a b.yaml");

    assertThat(recorder.count()).isEqualTo(4);
    List<String> lines = recorder.text().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("# ");
    assertThat(lines.subList(1, 3)).allMatch(l -> l.endsWith(" path-needs-override a b.yaml"));
    assertThat(lines.subList(3, 5)).allMatch(l -> l.endsWith(" path-needs-override z%0a%25.yaml"));
    Baseline read = Baseline.read(SourceFile.of("b", recorder.text()));
    assertThat(lines(read.accept(lint(TEXT), "z\n%.yaml"))).isEmpty();
  }

  /** Nobody can try passwords against a baseline: another one makes no difference. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\npasword: %s\n",
        "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\npassword: \"%s\n",
        "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\nusername: u\npassword: %s\nauth: %s\n",
        "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: h\nendpoints:\n - url: https://u:%s@h/v2/x\n",
        "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\npassword:\n%s\n",
        "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: h\nendpoints:\n - url: https://h/?token=%s\n",
      })
  void holdsNoSecretNotEvenAsAHash(String text) throws SettingsException {
    var one = new Baseline.Recorder();
    var other = new Baseline.Recorder();
    one.record(lint(text.replace("%s", "hunter2")), "f");
    other.record(lint(text.replace("%s", "correcthorse")), "f");

    assertThat(one.count()).isPositive();
    assertThat(one.text()).isEqualTo(other.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[host.\"https://u:%s@h/v2/x\"]\n",
        "[host.\"https://h/?token=%s\"]\n",
        "server = \"https://h/v2/x?token=%s\" # %s\n",
        "[host.\"http://h\"]\nskip_verify = true\nheader = {Authorization = \"%s\"}\n",
        "[host.\"https://h\"]\nheader = {Authorization = 5, token = \"%s\"}\npasword = \"%s\"\n",
        "[host.\"https://h\"]\npassword = \"%s\"\n",
        "[host.\"https://h\"]\nheader.Authorization = \"%s\n",
      })
  void holdsNoneOfContainerdsEither(String text) throws SettingsException {
    var one = new Baseline.Recorder();
    var other = new Baseline.Recorder();
    one.record(lintHosts(text.replace("%s", "hunter2")), "f");
    other.record(lintHosts(text.replace("%s", "correcthorse")), "f");

    assertThat(one.count()).isPositive();
    assertThat(one.text()).isEqualTo(other.text());
  }

  private static LintedFile lintHosts(String text) {
    return Linter.forTalos("1.14").containerd().lint(SourceFile.of("hosts.toml", text), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{}", "0123 rule path", "0123456789abcdef0123456789abcdef rule"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Baseline.read(SourceFile.of("b", "# x\n\n" + text + "\n")))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("b:3:1: not a line of a baseline");
  }
}
