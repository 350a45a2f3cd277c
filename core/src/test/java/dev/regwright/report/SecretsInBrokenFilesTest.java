package dev.regwright.report;

import static dev.regwright.report.ReportFixtures.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks files in every place, in the ways a slip of the hand does, and looks for the secret. */
class SecretsInBrokenFilesTest {
  private static final Linter LINTER = Linter.forTalos("1.14");
  private static final List<String> SLIPS =
      List.of("", "\n", "\"", "'", ": ", " ", "\t", " #", "{", "]", "*", "&", "|", "- ", "\u0000");

  static Stream<String> files() {
    return Stream.of(
        """
        apiVersion: v1alpha1
        kind: RegistryAuthConfig
        name: h
        username: u
        password: CANARY
        """,
        """
        kind: RegistryAuthConfig
        apiVersion: v1alpha1
        name: h
        password: "CANARY"
        username: u
        """,
        """
        apiVersion: v1alpha1
        kind: RegistryAuthConfig
        name: h
        identityToken: |
          CANARY
          CANARY
        """,
        """
        machine:
          registries:
            config:
              h:
                auth:
                  username: u
                  password: CANARY
                tls:
                  clientIdentity:
                    key: CANARY
        version: v1alpha1
        """,
        """
        {"machine": {"registries": {"config": {"h":
          {"auth": {"username": "u", "password": "CANARY"}}}}},
        "version": "v1alpha1"}
        """,
        """
        apiVersion: v1alpha1
        kind: RegistryMirrorConfig
        name: h
        endpoints:
          - url: https://u:CANARY@h
        """);
  }

  static Stream<String> hostsFiles() {
    return Stream.of(
        """
        server = "https://h"
        [host."https://m"]
          capabilities = ["pull"]
          header = {Authorization = "Basic CANARY"}
          ca = "x.crt"
        """,
        """
        [host."https://m".header]
          Authorization = ["Basic CANARY", "server = CANARY"]
          X-Token = [
            "CANARY",
            "x CANARY"
          ]
        [host."https://u:CANARY@n"]
          capabilities = ["pull"]
        """,
        """
        [host."https://m"]
          [host."https://m".header]
            authorization = \"""
        Basic CANARY
        CANARY\"""
          ca = "x.crt"
        """);
  }

  @ParameterizedTest
  @MethodSource("files")
  void oneSlip(String file) {
    slips(file, "a.yaml");
  }

  @ParameterizedTest
  @MethodSource("hostsFiles")
  void oneSlipInHostsToml(String file) {
    slips(file, "hosts.toml");
  }

  /** What hides too much hides what there is to mend. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "header = {Authorization = \"Basic CANARY\"}",
        "header = {Authorization = [\"Basic CANARY\", \"CANARY\"]}",
        "header.authorization = [\n    \"Basic CANARY\",\n    \"server = CANARY\"\n  ]",
        "header.authorization = \"\"\"\nBasic CANARY\nserver = CANARY\"\"\"",
      })
  void linesBehindASecretAreShown(String header) {
    SourceFile source =
        SourceFile.of(
            "hosts.toml",
            "[host.'https://m']\n  " + header + "\n  capabilities = [\"pull\", \"shout\"]\n");
    LintedFile linted = LINTER.containerd().lint(source, null);
    assertThat(render(ReportFormat.TEXT, linted))
        .contains("|   capabilities = [\"pull\", \"shout\"]\n", "unknown capability shout")
        .doesNotContain("CANARY");
  }

  private static void slips(String file, String name) {
    List<String> leaks = new ArrayList<>();
    for (int at = 0; at <= file.length(); at++) {
      for (String slip : SLIPS) {
        for (int removed = 0; removed <= 1 && at + removed <= file.length(); removed++) {
          String broken = file.substring(0, at) + slip + file.substring(at + removed);
          leak(name, broken).ifPresent(line -> leaks.add(line + "\n" + broken));
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  private static Optional<String> leak(String name, String broken) {
    SourceFile source = SourceFile.of(name, broken);
    LintedFile linted =
        name.endsWith(".toml") ? LINTER.containerd().lint(source, null) : LINTER.lint(source);
    String reports = render(ReportFormat.TEXT, linted) + render(ReportFormat.JSON, linted);
    return reports.lines().filter(line -> line.contains("CANARY")).findFirst();
  }
}
