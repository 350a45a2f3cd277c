package dev.regwright.report;

import dev.regwright.source.Severity;

/** Colours for terminals that want them; without colour every method returns its text. */
enum Paint {
  /** No colours. */
  NONE,
  /** ANSI escape codes, the eight colours every theme defines. */
  ANSI;

  private static final String ESCAPE = "\u001B[";
  private static final String RESET = "\u001B[0m";

  String bold(String text) {
    return paint("1m", text);
  }

  /** Gutters, arrows, labels: what frames the text. */
  String frame(String text) {
    return paint("1;34m", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("1;31m", text);
      case WARNING -> paint("1;33m", text);
      case INFO -> paint("1;36m", text);
    };
  }

  /** What is there for completeness. */
  String faint(String text) {
    return paint("2m", text);
  }

  String good(String text) {
    return paint("1;32m", text);
  }

  private String paint(String code, String text) {
    return this == NONE ? text : ESCAPE + code + text + RESET;
  }
}
