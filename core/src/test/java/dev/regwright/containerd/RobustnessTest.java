package dev.regwright.containerd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.regwright.model.ContainerdVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing throws and nothing takes long, whatever the file. */
class RobustnessTest {
  private static final int SIZE = 1_000_000;
  private static final int LARGE = 5_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<ContainerdVersion> VERSIONS =
      Stream.of("1.7", "2.1", "2.4").map(v -> ContainerdVersion.parse(v).orElseThrow()).toList();

  private static final List<String> PIECES =
      List.of(
          "[host.\"https://a\"]",
          "[host]",
          "[[host]]",
          "[plugins.'io.containerd.cri.v1.images'.registry]",
          "header",
          ".",
          "=",
          "ca",
          "client",
          "capabilities",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "\"\"\"",
          "'''",
          ",",
          "\n",
          "\r\n",
          "\r",
          "#",
          "\\",
          "\\u00e9",
          "1979-05-27",
          "12:00:00",
          "true",
          "1.5e3",
          "\ud800",
          "\udc00",
          "\ud83d\ude00",
          "ä",
          "\0",
          "\ufeff",
          "https://u:p@h/x?y#z");

  static void everything(byte[] bytes) {
    SourceFile source = SourceFile.of("hosts.toml", bytes);
    for (ContainerdVersion version : VERSIONS) {
      HostsFile hosts = HostsFile.read(source, "/etc/containerd/certs.d/a", version);
      inside(hosts.findings(), hosts.secrets(), source);
      assertThat(hosts.entries()).isNotEmpty();
      Portability.of(HostsToml.of(hosts));
      TalosHostsToml.write(HostsToml.of(hosts));
      for (CriRole role : CriRole.values()) {
        CriFile cri = CriFile.read(source, version, role);
        inside(cri.findings(), cri.secrets(), source);
      }
    }
  }

  private static void inside(List<Finding> findings, List<TextRange> secrets, SourceFile source) {
    assertThat(findings).isSorted();
    for (Finding finding : findings) {
      assertThat(finding.span().endLine()).isLessThanOrEqualTo(source.lineCount());
    }
    for (TextRange secret : secrets) {
      assertThat(secret.end()).isBetween(secret.start() + 1, source.text().length());
    }
  }

  @Test
  void randomTextsAreAnswered() {
    Random random = new Random(42);
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(20); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      everything(text.toString().getBytes(StandardCharsets.UTF_8));
      everything(SourceFile.of("x", text.toString()).text().getBytes(StandardCharsets.UTF_16LE));
    }
  }

  @TestFactory
  Stream<DynamicTest> largeFilesAreAnsweredInTime() {
    return Stream.of(
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "#",
            "a.",
            "x\n",
            "a=1\n",
            "[a]\n",
            "[host.a]\n",
            "[[host]]\n",
            "a=[\n",
            "a=[1,\n",
            "a={b=",
            "a=\"\"\"\n",
            "'''",
            "\\",
            "= ",
            "\r",
            "ca=[",
            "\"a\".",
            "[host.'a\n",
            "capabilities=['x']\n",
            "\ufeff",
            "é=1\n",
            "a@b\n",
            "[host.\"http://u:p@",
            "header.Authorization='x'\n",
            "1979-05-27",
            "a=1979-05-27\n")
        .map(
            piece ->
                DynamicTest.dynamicTest(
                    piece.strip() + " repeated",
                    () -> inTime(piece.repeat(SIZE / piece.length()))));
  }

  private static void inTime(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertTimeoutPreemptively(LIMIT, () -> everything(bytes));
  }

  @TestFactory
  Stream<DynamicTest> largeValuesAreAnsweredInTime() {
    return Stream.of(
            "ca = [" + "'x',".repeat(SIZE / 4) + "]",
            "ca = [" + "x ".repeat(SIZE / 2) + "]",
            "ca = [" + "{a=1},".repeat(SIZE / 6) + "]",
            "ca = [" + "\n".repeat(SIZE) + "]",
            "ca = " + "[".repeat(100) + "'" + "x".repeat(SIZE) + "'" + "]".repeat(100),
            "ca = \"" + "\\u0041".repeat(SIZE / 6) + "\"",
            "ca = \"" + "\\q".repeat(SIZE / 2) + "\"",
            "server = \"https://" + "a".repeat(SIZE) + "@\"",
            "server = \"https://h/" + "../a/".repeat(SIZE / 5) + "\"",
            "dial_timeout = \"" + "1s".repeat(SIZE / 2) + "\"",
            "header = {" + "x=\"1\",".repeat(SIZE / 6) + "}",
            "a" + ".a".repeat(SIZE / 2) + " = 1",
            "[a" + ".a".repeat(SIZE / 2) + "]")
        .map(
            text ->
                DynamicTest.dynamicTest(text.substring(0, 20), () -> inTime(text + "\n[host]\n")));
  }

  @Test
  void manyHostsAreReadInTime() {
    StringBuilder text = new StringBuilder("server = \"https://s\"\n");
    for (int i = 0; text.length() < LARGE; i++) {
      String name = "[host.\"https://mirror" + i + ".example.org:5000\"";
      text.append(name).append("]\ncapabilities = [\"pull\", \"resolve\"]\nca = \"/etc/ca.pem\"\n");
      text.append(name.replace("[", "  [")).append(".header]\n  x-a = [\"v\"]\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (ContainerdVersion version : VERSIONS) {
            HostsFile file = HostsFile.read(SourceFile.of("hosts.toml", bytes), "/x", version);
            assertThat(file.decodes()).isTrue();
            assertThat(file.entries()).hasSizeGreaterThan(10_000);
          }
        });
  }
}
