package dev.regwright.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regwright.lint.policy.HostPattern;
import dev.regwright.lint.policy.Policy;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private static LintSettings read(String text) throws SettingsException {
    return SettingsReader.read(SourceFile.of("s.yaml", text));
  }

  @Test
  void readsEverything() throws SettingsException {
    LintSettings settings =
        read(
            """
            talos: 1.10
            containerd: "2.1"
            select: [unknown-key, endpoint-port]
            ignore: [ignored-key]
            severity:
              unknown-key: warning
              endpoint-port: off
            per-path-ignores:
              vendor/**: [unknown-key]
            policy:
              air-gapped: true
              no-http: false
              no-skip-verify: true
              allowed-endpoints: ["*.example.org"]
              required-registries: [docker.io]
            """);

    assertThat(settings)
        .isEqualTo(
            new LintSettings(
                TalosVersion.of("1.10"),
                ContainerdVersion.parse("2.1").orElseThrow(),
                Set.of("unknown-key", "endpoint-port"),
                Set.of("ignored-key", "endpoint-port"),
                Map.of("unknown-key", Severity.WARNING),
                List.of(
                    new LintSettings.PathIgnore(
                        new PathPattern("vendor/**"), Set.of("unknown-key"))),
                new Policy(
                    true,
                    false,
                    true,
                    List.of(new HostPattern("*.example.org")),
                    false,
                    List.of("docker.io"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "{}\n", "null\n"})
  void anEmptyFileSaysNothing(String text) throws SettingsException {
    assertThat(read(text)).isEqualTo(LintSettings.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tallos: 1.13 | s.yaml:1:1: unknown key 'tallos'; did you mean talos?",
        "talos: latest | s.yaml:1:8: talos takes a version such as 1.13 or 1.13.4",
        "talos: [1] | s.yaml:1:8: talos must be a text",
        "talos: | s.yaml:1:7: talos must be a text",
        "containerd: x | s.yaml:1:13: containerd takes a version such as 2.1",
        "[] | s.yaml:1:1: settings must be a mapping",
        "ignore: unknown-key | s.yaml:1:9: ignore must be a list",
        "ignore: [unkown-key] | s.yaml:1:10: unknown rule 'unkown-key'; did you mean unknown-key?",
        "ignore: [internal-error] | s.yaml:1:10: unknown rule 'internal-error'",
        "severity: {unknown-key: fatal} | s.yaml:1:25: a severity is error, warning, info or off",
        "severity: {nonsense: error} | s.yaml:1:12: unknown rule 'nonsense'",
        "per-path-ignores: {'': []} | s.yaml:1:20: a path is empty",
        "policy: {airgapped: true} | s.yaml:1:10: unknown key 'airgapped'; did you mean air-gapped?",
        "policy: {no-http: yes} | s.yaml:1:19: no-http must be true or false",
        "policy: {no-http: 'true'} | s.yaml:1:19: no-http must be true or false",
        "policy: {allowed-endpoints: []} | s.yaml:1:29: allowed-endpoints is empty; leave it out to allow any host",
        "policy: {allowed-endpoints: ['https://x']} | s.yaml:1:30: allowed-endpoints takes hosts such as registry.example.org:5000 or *.example.org",
        "policy: {required-registries: [a/b]} | s.yaml:1:32: required-registries takes names such as docker.io or registry.local:5000",
        "policy: {air-gapped: true, require-fallback: true} | s.yaml:1:9: air-gapped and require-fallback demand opposites",
        "a: 1\\n--- | s.yaml:1:1: unknown key 'a'",
      })
  void refusesWhatItDoesNotKnow(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(message.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "talos: 1.13\ntalos: 1.14\n",
        "talos: [\n",
        "{}\n---\n{}\n",
        "? [a]\n: b\n",
        "a: *x\n"
      })
  void refusesWhatIsBroken(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("s.yaml:");
  }
}
