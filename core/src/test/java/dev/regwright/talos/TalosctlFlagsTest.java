package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from command lines and scripts, where it stands, and what is wrong with it. */
class TalosctlFlagsTest {
  private static TalosctlFlags read(String text) {
    return read(text, "1.14");
  }

  private static TalosctlFlags read(String text, String version) {
    return TalosctlFlags.read(SourceFile.of("gen.sh", text), TalosVersion.of(version));
  }

  private static List<String> urls(TalosctlFlags flags, String name) {
    Mirror mirror = flags.config().mirror(name);
    return mirror == null ? List.of() : mirror.endpoints().stream().map(Endpoint::url).toList();
  }

  private static String at(String text, Span span) {
    SourceFile file = SourceFile.of("gen.sh", text);
    int start = file.lineStart(span.startLine());
    int end = file.lineStart(span.endLine());
    return text.substring(
        text.offsetByCodePoints(start, span.startColumn() - 1),
        text.offsetByCodePoints(end, span.endColumn() - 1));
  }

  private static List<String> rules(TalosctlFlags flags) {
    return flags.findings().stream().map(Finding::rule).toList();
  }

  @Test
  void scriptsWithContinuationsAndQuotesAreRead() {
    String text =
        """
        #!/bin/sh
        # --registry-mirror commented=https://out
        set -e; talosctl gen config demo https://10.5.0.2:6443 \\
          --registry-mirror docker.io=https://a,ghcr.io=http://b:5000 \\
          --registry-mirror='docker.io=https://c' \\
          --registry-mirror "\\"quay.io=https://d?x=1,2\\"" > out.yaml
        """;
    for (String script : List.of(text, text.replace("\n", "\r\n"))) {
      TalosctlFlags flags = read(script);
      assertThat(flags.findings()).isEmpty();
      assertThat(flags.config().mirrors().keySet())
          .containsExactly("docker.io", "ghcr.io", "quay.io");
      assertThat(urls(flags, "docker.io")).containsExactly("https://a", "https://c");
      assertThat(urls(flags, "quay.io")).containsExactly("https://d?x=1,2");
      assertThat(flags.specs().stream().map(spec -> at(script, spec.span())))
          .containsExactly(
              "docker.io=https://a",
              "ghcr.io=http://b:5000",
              "docker.io=https://c",
              "quay.io=https://d?x=1,2");
      FlagSpec.Mirror second = (FlagSpec.Mirror) flags.specs().get(1);
      assertThat(at(script, second.nameSpan())).isEqualTo("ghcr.io");
      assertThat(at(script, second.urlSpan())).isEqualTo("http://b:5000");
      assertThat(second.urlSpan().startLine()).isEqualTo(4);
    }
  }

  @Test
  void insecureHostsBecomeTlsSettings() {
    TalosctlFlags flags =
        read("talosctl cluster create dev --registry-insecure-skip-verify=a:5000,b");
    assertThat(flags.config().tls().keySet()).containsExactly("a:5000", "b");
    assertThat(flags.config().tls("b").skipsVerify()).isTrue();
    assertThat(flags.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "talosctl gen config,1.11,true",
    "talosctl gen config,1.14,true",
    "talosctl cluster create,1.11,false",
    "talosctl cluster create,1.14,false",
    "talosctl cluster create dev,1.14,false",
    "talosctl cluster create docker,1.14,true",
    "talosctl cluster create qemu,1.12,true",
    "talosctl cluster create qemu,1.11,false",
    "sudo -E ./talosctl-linux-amd64 cluster create docker,1.14,true"
  })
  void commandsWithoutTheInsecureFlagAreTold(String command, String version, boolean told) {
    TalosctlFlags flags = read(command + " --registry-insecure-skip-verify a", version);
    assertThat(rules(flags)).isEqualTo(told ? List.of("unknown-flag") : List.of());
    assertThat(flags.config().tls().isEmpty()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "docker.io=,endpoint-url-required,endpoints[0].url must be specified",
    "=https://a,name-required,name must be specified",
    "docker.io=mirror.local,endpoint-scheme,endpoints[0].url has unsupported scheme: \"\"",
    "docker.io=mirror.local:5000,endpoint-scheme,"
        + "endpoints[0].url has unsupported scheme: \"mirror.local\"",
    "docker.io=192.168.1.1:5000,bad-url,"
        + "failed to generate registry configs: failed to parse registry mirror endpoint "
        + "\"192.168.1.1:5000\": parse \"192.168.1.1:5000\": "
        + "first path segment in URL cannot contain colon",
    "docker.io,mirror-flag,invalid registry mirror spec: \"docker.io\"",
  })
  void whatFailsLaterIsSaidWithItsWords(String spec, String rule, String upstream) {
    TalosctlFlags flags = read("talosctl gen config a b --registry-mirror " + spec);
    assertThat(rules(flags)).containsExactly(rule);
    assertThat(flags.findings().get(0).upstream()).isEqualTo(upstream);
  }

  @Test
  void theOldFormIsNotChecked() {
    String flags = "--registry-mirror docker.io=192.168.1.1:5000,a=,=b,c=d";
    assertThat(read(flags, "1.11").findings()).isEmpty();
    assertThat(read("talosctl gen config --talos-version v1.11 " + flags).findings()).isEmpty();
    assertThat(read("talosctl gen config --talos-version=1.12 " + flags).findings()).hasSize(5);
    assertThat(read("talosctl gen config --talos-version=what " + flags).findings()).hasSize(5);
  }

  @Test
  void mistakesPointToThemselves() {
    String text = "talosctl gen config --registry-mirror 'docker.io=\"https://a\"'";
    Finding csv = read(text).findings().get(0);
    assertThat(csv.span().startColumn()).isEqualTo(text.indexOf('"') + 1);
    String comma = "talosctl gen config --registry-mirror docker.io=https://a,https://b,";
    assertThat(read(comma).findings().stream().map(f -> at(comma, f.span())))
        .containsExactly("https://b", "");
    String url = "talosctl gen config --registry-mirror=😀=https://a\\ b";
    assertThat(at(url, read(url).findings().get(0).span())).isEqualTo("https://a\\ b");
  }

  @Test
  void unclosedQuotesAndMissingValuesAreTold() {
    assertThat(read("talosctl gen config --registry-mirror").findings().get(0).upstream())
        .isEqualTo("flag needs an argument: --registry-mirror");
    assertThat(rules(read("talosctl gen config 'x --registry-mirror a=https://b")))
        .containsExactly("mirror-flag");
    assertThat(rules(read("talosctl gen config \"x --registry-mirror a=https://b")))
        .containsExactly("mirror-flag");
    assertThat(rules(read("talosctl --registry-mirror a=https://b; echo it's done"))).isEmpty();
    assertThat(rules(read("talosctl -registry-mirror a=https://b")))
        .containsExactly("unknown-flag");
  }

  @Test
  void whatTheShellFillsInIsKeptAndNotJudged() {
    String text =
        "talosctl gen config --registry-mirror docker.io=$mirror,ghcr.io=${HOST}:5000 "
            + "--registry-mirror \"$MORE\" --registry-mirror $(list \"a b\" | tr '=' ',') "
            + "--registry-mirror `list` --registry-mirror ${X:-a=b} --registry-mirror x=$(host)";
    TalosctlFlags flags = read(text);
    assertThat(flags.findings()).isEmpty();
    assertThat(urls(flags, "docker.io")).containsExactly("$mirror");
    assertThat(urls(flags, "ghcr.io")).containsExactly("${HOST}:5000");
    assertThat(flags.specs().stream().filter(FlagSpec.Unknown.class::isInstance)).hasSize(5);
    assertThat(rules(read("talosctl gen config --registry-mirror 'a=$x y'")))
        .containsExactly("endpoint-scheme");
  }

  @Test
  void flagsAloneAreReadAndOtherProgramsAreNot() {
    assertThat(urls(read("--registry-mirror a=https://b"), "a")).containsExactly("https://b");
    assertThat(urls(read("F+=(--registry-mirror=a=https://b)"), "a")).containsExactly("https://b");
    assertThat(urls(read("$TALOSCTL gen config --registry-mirror a=https://b"), "a")).hasSize(1);
    assertThat(read("minikube start --registry-mirror=https://mirror.gcr.io").specs()).isEmpty();
    assertThat(read("minikube start --registry-mirror=https://mirror.gcr.io").findings()).isEmpty();
    assertThat(read("nothing here").specs()).isEmpty();
  }

  @Test
  void aSecondCommandDoesNotDoubleEndpoints() {
    TalosctlFlags flags =
        read(
            """
            talosctl gen config a b --registry-mirror x=https://1,x=https://1
            talosctl gen config c d --registry-mirror x=https://1,x=https://2
            """);
    assertThat(urls(flags, "x")).containsExactly("https://1", "https://1", "https://2");
  }

  @Test
  void secretsAreKnownAndNeverQuoted() {
    String text =
        "talosctl gen config --registry-mirror a=https://user:hunter2@b,user:hunter2@x "
            + "--registry-mirror 'a=\"https://u:hunter2@c' --registry-mirror c=u:hunter2@d "
            + "--registry-mirror 'd=ht tp://u:hunter2@d'";
    TalosctlFlags flags = read(text);
    assertThat(flags.findings()).isNotEmpty();
    assertThat(flags.findings().toString()).doesNotContain("hunter2");
    assertThat(flags.toString() + flags.specs() + flags.config()).doesNotContain("hunter2");
    assertThat(flags.secrets().stream().map(r -> text.substring(r.start(), r.end())))
        .contains("https://user:hunter2@b", "u:hunter2@d");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextGivesAnAnswer(long seed) {
    Random random = new Random(seed);
    String[] parts = {
      "--registry-mirror",
      "=",
      " ",
      "a=https://b",
      ",",
      "\"",
      "'",
      "\\",
      "\n",
      "\r",
      "$",
      "${",
      "}",
      "$(",
      ")",
      "`",
      "#",
      ";",
      "talosctl ",
      "é",
      "😀",
      "\ud83d",
      ">",
      "--registry-insecure-skip-verify",
    };
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder("--registry-mirror");
      for (int n = random.nextInt(14); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      TalosctlFlags flags = read(text.toString());
      SourceFile file = SourceFile.of("gen.sh", text.toString());
      flags.findings().forEach(f -> assertInside(file, f.span()));
      flags.specs().forEach(s -> assertInside(file, s.span()));
    }
  }

  private static void assertInside(SourceFile file, Span span) {
    assertThat(span.startLine()).isBetween(1, file.lineCount());
    assertThat(span.endLine()).isBetween(span.startLine(), file.lineCount());
    int width = file.lineText(span.endLine()).length();
    assertThat(span.endColumn()).isBetween(1, width + 2);
  }
}
