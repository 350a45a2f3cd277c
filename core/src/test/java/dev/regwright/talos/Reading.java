package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.util.List;

/** Reads texts for tests of what is said about them. */
final class Reading {
  private Reading() {}

  static TalosFile file(String version, FileRole role, String text) {
    return TalosReader.read(SourceFile.of("config.yaml", text), TalosVersion.of(version), role);
  }

  /** What is said while the newest Talos loads a configuration. */
  static List<Finding> findings(String text) {
    return file("1.14", FileRole.CONFIG, text).findings();
  }

  /** The one finding of a rule. */
  static Finding only(List<Finding> findings, String rule) {
    List<Finding> some = findings.stream().filter(f -> f.rule().equals(rule)).toList();
    assertThat(some).as("findings of %s among %s", rule, findings).hasSize(1);
    return some.get(0);
  }

  /** The one finding of a rule, as the newest Talos loads a configuration. */
  static Finding only(String rule, String text) {
    return only(findings(text), rule);
  }

  /** A span as {@code line:column-line:column}. */
  static String place(Span span) {
    return span.startLine()
        + ":"
        + span.startColumn()
        + "-"
        + span.endLine()
        + ":"
        + span.endColumn();
  }

  /** A document of a registry kind, with the rest of its lines. */
  static String document(String kind, String rest) {
    return "apiVersion: v1alpha1\nkind: Registry" + kind + "Config\nname: r.io\n" + rest;
  }

  /** A machine configuration with the given lines below {@code registries:}. */
  static String legacy(String registries) {
    return "machine:\n  registries:\n" + registries.indent(4);
  }
}
