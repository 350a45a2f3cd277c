package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.Auth;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.source.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations become flags that say the same, and what they cannot say is told. */
class TalosctlFlagsTextTest {
  private static final TalosVersion NEW = TalosVersion.of("1.14");
  private static final TalosVersion OLD = TalosVersion.of("1.11");

  private static RegistryConfig mirror(String name, Endpoint... endpoints) {
    return RegistryConfig.of(
        List.of(new Mirror(name, List.of(endpoints), null)), List.of(), List.of());
  }

  private static TalosctlFlagsText write(RegistryConfig config) {
    return TalosctlFlagsText.of(config, NEW, TalosctlCommand.CLUSTER_CREATE);
  }

  private static List<String> lost(TalosctlFlagsText text) {
    return text.losses().stream().map(FlagLoss::what).toList();
  }

  @Test
  void flagsAreShellTextForPeople() {
    var config =
        RegistryConfig.of(
            List.of(
                new Mirror(
                    "docker.io",
                    List.of(Endpoint.of("https://a"), Endpoint.of("https://b?x=1,2")),
                    null),
                new Mirror("*", List.of(Endpoint.of("http://it's")), null)),
            List.of(),
            List.of(new Tls("a:5000", null, null, true)));
    assertThat(write(config).losses()).isEmpty();
    assertThat(write(config).shell())
        .isEqualTo(
            """
            --registry-mirror docker.io=https://a \\
            --registry-mirror '"docker.io=https://b?x=1,2"' \\
            --registry-mirror '*=http://it'\\''s' \\
            --registry-insecure-skip-verify a:5000
            """);
    assertThat(write(RegistryConfig.of(List.of(), List.of(), List.of())).shell()).isEmpty();
  }

  @Test
  void whatFlagsCannotSayIsLost() {
    var config =
        RegistryConfig.of(
            List.of(
                new Mirror("none", List.of(), true),
                new Mirror(
                    "docker.io",
                    List.of(
                        new Endpoint("https://a/proxy", true),
                        new Endpoint("https://b/v2/", true),
                        new Endpoint("https://c", false)),
                    false)),
            List.of(new Auth("a", "user", "hunter2", null, null)),
            List.of(
                new Tls("ca", null, "pem", true),
                new Tls("id", new ClientIdentity("c", "hunter2"), null, null),
                new Tls("empty", null, null, false)));
    TalosctlFlagsText text = write(config);
    assertThat(lost(text))
        .containsExactly(
            "the mirror of none, which has no endpoints",
            "skipFallback of none",
            "overridePath of endpoint 1 of docker.io",
            "the CA of ca",
            "the client certificate of id",
            "the empty TLS settings of empty",
            "the credentials for a");
    assertThat(text.losses().get(2).endpoint()).isZero();
    assertThat(text.losses().toString()).doesNotContain("hunter2");
    assertThat(text.arguments()).contains("docker.io=https://a/proxy", "docker.io=https://c", "ca");
  }

  @Test
  void onlyClusterCreateHasTheInsecureFlag() {
    var config = RegistryConfig.of(List.of(), List.of(), List.of(new Tls("a", null, null, true)));
    TalosctlFlagsText gen = TalosctlFlagsText.of(config, OLD, TalosctlCommand.GEN_CONFIG);
    assertThat(gen.arguments()).isEmpty();
    assertThat(gen.losses().get(0).why()).contains("talosctl cluster create has a flag");
    assertThat(TalosctlFlagsText.of(config, NEW, TalosctlCommand.GEN_CONFIG).losses().get(0).why())
        .contains("talosctl cluster create dev has a flag");
    assertThat(TalosctlCommand.GEN_CONFIG.words(NEW)).isEqualTo("talosctl gen config");
  }

  @Test
  void whatTalosctlWouldRefuseIsNotWritten() {
    assertThat(lost(write(mirror("a=b", Endpoint.of("https://c")))))
        .containsExactly("the mirror of a=b");
    RegistryConfig unparsable = mirror("a", Endpoint.of("192.168.1.1:5000"));
    assertThat(write(unparsable).arguments()).isEmpty();
    assertThat(write(unparsable).losses().get(0).why())
        .endsWith("first path segment in URL cannot contain colon");
    assertThat(TalosctlFlagsText.of(unparsable, OLD, TalosctlCommand.GEN_CONFIG).losses())
        .isEmpty();
    RegistryConfig secret = mirror("a", Endpoint.of("ht tp://u:hunter2@x"));
    assertThat(write(secret).losses()).hasSize(1);
    assertThat(write(secret).losses().toString()).doesNotContain("hunter2");
    for (String url : List.of("a\0b", "a\r\nb")) {
      assertThat(
              TalosctlFlagsText.of(mirror("a", Endpoint.of(url)), OLD, TalosctlCommand.GEN_CONFIG)
                  .losses())
          .hasSize(1);
    }
  }

  @Test
  void placeholdersAreKeptAsWritten() {
    RegistryConfig config = mirror("a", Endpoint.of("https://${HOST}:${PORT}"));
    assertThat(write(config).losses()).isEmpty();
    assertThat(write(config).shell()).isEqualTo("--registry-mirror 'a=https://${HOST}:${PORT}'\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsWrittenIsReadAgain(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String url = any(random);
      String name = any(random).replace("=", "");
      RegistryConfig config =
          RegistryConfig.of(
              List.of(new Mirror(name, List.of(Endpoint.of(url), Endpoint.of("https://x")), null)),
              List.of(),
              List.of(new Tls(any(random), null, null, true)));
      TalosctlFlagsText text = TalosctlFlagsText.of(config, OLD, TalosctlCommand.CLUSTER_CREATE);
      if (!text.losses().isEmpty()) {
        continue;
      }
      TalosctlFlags read = TalosctlFlags.read(SourceFile.of("x", text.shell()), OLD);
      assertThat(read.config().mirrors()).as(text.shell()).isEqualTo(config.mirrors());
      assertThat(read.config().tls()).isEqualTo(config.tls());
    }
  }

  private static String any(Random random) {
    String[] parts = {
      "a",
      "https://",
      ".",
      ":",
      "/",
      ",",
      "\"",
      "'",
      "\\",
      " ",
      "$X",
      "`",
      "#",
      ";",
      "&",
      "*",
      "é",
      "😀",
      "\t",
      "\n",
      "\r",
      "~",
      "{a,b}",
      "(",
      "!",
      "=",
    };
    var out = new StringBuilder();
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      out.append(parts[random.nextInt(parts.length)]);
    }
    return out.toString();
  }
}
