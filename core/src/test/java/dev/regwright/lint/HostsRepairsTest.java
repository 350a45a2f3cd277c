package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repairs of hosts.toml: minimal, in the style of the file, and only where they are certain. */
class HostsRepairsTest {
  private static ContainerdLinter linter(String containerd) {
    Target target = Target.talos(TalosVersion.of("1.14"));
    return Linter.of(target.withContainerd(ContainerdVersion.parse(containerd).orElseThrow()))
        .containerd();
  }

  private static Repaired fix(Fixer fixer, String containerd, String text) {
    ContainerdLinter linter = linter(containerd);
    return fixer.fix(SourceFile.of("hosts.toml", text), file -> linter.lint(file, null));
  }

  private static String fixed(Fixer fixer, String containerd, String text) {
    return fix(fixer, containerd, text).after().source().text();
  }

  /** {@code |} ends a line and {@code '} is a quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[host.'https://h/v2/x']|; [host.'https://h/v2/x']|override_path = true|",
        "[host.'https://h/v2/x']; [host.'https://h/v2/x']|override_path = true",
        "[host.'https://h/v2/x'] # why|||[host.'https://i']|; [host.'https://h/v2/x'] # why|override_path = true|||[host.'https://i']|",
        "[host]|  [host.'https://h/v2/x'] |    ca = 'x'|; [host]|  [host.'https://h/v2/x'] |    override_path = true|    ca = 'x'|",
        "[ host . 'https://h/v2/x' ]|\tca = 'x'|; [ host . 'https://h/v2/x' ]|\toverride_path = true|\tca = 'x'|",
        "[host.'https://h/v2/x']|override_path = false # no|; [host.'https://h/v2/x']|override_path = true # no|",
        "server = 'https://h/v2/x' # s|[host.'https://i']|; server = 'https://h/v2/x' # s|override_path = true|[host.'https://i']|",
        "[host.'https://h']|override_path=true|; [host.'https://h']|override_path=false|",
        "[host.'https://h/?a=b#c']|; [host.'https://h/']|",
        "[host.'https://h']|capabilities = [' pull', 'RESOLVE ',]|; [host.'https://h']|capabilities = ['pull', 'resolve',]|",
      })
  void safely(String before, String after) {
    String text = before.replace('|', '\n').replace('\'', '"');
    String expected = after.replace('|', '\n').replace('\'', '"');

    assertThat(fixed(Fixer.safe(), "2.1", text)).isEqualTo(expected);
    assertThat(fixed(Fixer.safe(), "2.1", text.replace("\n", "\r\n")))
        .isEqualTo(
            expected.contains("\n") && !text.contains("\n")
                ? expected
                : expected.replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "server = 'https://docker.io/' # hub|; server = 'https://registry-1.docker.io' # hub|",
        "[host.'https://h']|capabilities = [ 'pull' ] # c|; [host.'https://h']|capabilities = [ 'pull', 'resolve' ] # c|",
        "[host.'https://h']|capabilities = [|  'resolve', # c|]|; [host.'https://h']|capabilities = [|  'resolve', 'pull', # c|]|",
        "[host.'https://h']|capabilities = ['pul', 'resolve']|; [host.'https://h']|capabilities = ['pull', 'resolve']|",
        "[host.'https://h']|insecure_skip_verify = true|; [host.'https://h']|skip_verify = true|",
        "[host.'https://h']|overide_path = false|; [host.'https://h']|override_path = false|",
      })
  void unsafely(String before, String after) {
    String text = before.replace('|', '\n').replace('\'', '"');

    assertThat(fixed(Fixer.unsafe(), "2.1", text))
        .isEqualTo(after.replace('|', '\n').replace('\'', '"'));
    assertThat(fixed(Fixer.safe(), "2.1", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[host.'https://h/v2/x'.header]\nX = 'y'\n",
        "host.'https://h/v2/x'.ca = 'x'\n",
        "host = {'https://h/v2/x' = {}}\n",
        "[host.'https://u:p@h/?a=b']\n",
        "[host.'https://h?a=b']\n[host.'https://h']\n",
        "[host.'https://docker.io']\n",
        "[host.'https://h']\ninsecure_skip_verify = true\nskip_verify = false\n",
        "[host.'https://h']\ncert = 'x'\n",
        "[host.'https://h']\ncapabilities = ['referers']\n",
      })
  void leavesAloneWhatIsNotCertain(String text) {
    Repaired repaired = fix(Fixer.unsafe(), "1.7", text.replace('\'', '"'));

    assertThat(repaired.before().findings()).isNotEmpty();
    assertThat(repaired.after().source().text()).isEqualTo(text.replace('\'', '"'));
  }

  @Test
  void olderVersionsGetTheirHostTable() {
    assertThat(fixed(Fixer.safe(), "1.7.20", "server = \"https://h\"\n"))
        .isEqualTo("server = \"https://h\"\n[host]\n");
    assertThat(fixed(Fixer.safe(), "1.7.20", "server = \"https://h\" # x"))
        .isEqualTo("server = \"https://h\" # x\n[host]\n");
    assertThat(fixed(Fixer.safe(), "1.7.20", "ca = \"x\"\n[header]\nX = \"y\"\n"))
        .endsWith("X = \"y\"\n[host]\n");
  }

  /** Whatever was given to the real containerd for the record. */
  @Test
  void everyRecordedFileIsRepairedOnceAndForAll() {
    int changed = 0;
    for (JsonNode record : TestData.jsonLines("upstream/containerd-cases.jsonl.gz")) {
      JsonNode encoded = record.path("files").path("hosts.toml");
      if (!record.get("kind").asText().equals("parse") || encoded.isMissingNode()) {
        continue;
      }
      for (String version : List.of("1.7.20", "2.1", "2.4")) {
        changed += check(version, SourceFile.of("hosts.toml", bytes(encoded))) ? 1 : 0;
      }
    }
    assertThat(changed).isGreaterThan(50);
  }

  private static byte[] bytes(JsonNode encoded) {
    return encoded.has("base64")
        ? Base64.getDecoder().decode(encoded.get("base64").asText())
        : encoded.asText().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean check(String version, SourceFile source) {
    ContainerdLinter linter = linter(version);
    Fixer.Lint lint = file -> linter.lint(file, null);
    Repaired repaired = Fixer.unsafe().fix(source, lint);
    if (!repaired.changed()) {
      return false;
    }
    SourceFile after = repaired.after().source();
    assertThat(Fixer.unsafe().fix(after, lint).changed()).as(after.text()).isFalse();
    assertThat(refusals(repaired.after())).isLessThanOrEqualTo(refusals(repaired.before()));
    List<String> mended = new ArrayList<>();
    repaired.repairs().forEach(repair -> mended.add(repair.finding().rule()));
    for (String rule : mended) {
      assertThat(count(repaired.after(), rule))
          .as(rule + " in " + after.text())
          .isLessThan(Math.max(1, count(repaired.before(), rule))); // one mended may show another
    }
    return true;
  }

  private static long refusals(LintedFile file) {
    return file.findings().stream().filter(f -> f.stage() == Stage.LOAD).count();
  }

  private static long count(LintedFile file, String rule) {
    return file.findings().stream().map(Finding::rule).filter(rule::equals).count();
  }
}
