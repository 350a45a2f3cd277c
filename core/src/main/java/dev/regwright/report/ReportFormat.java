package dev.regwright.report;

import org.jspecify.annotations.Nullable;

/** The forms a report can take. */
public enum ReportFormat {
  /** For people: every finding with the lines it speaks of and what to do. */
  TEXT("text"),
  /** One line per finding, for editors and grep. */
  CONCISE("concise"),
  /** One JSON object, for programs; its keys are stable. */
  JSON("json");

  private final String label;

  ReportFormat(String label) {
    this.label = label;
  }

  /** The word that names the format on the command line. */
  public String label() {
    return label;
  }

  /** The format a word names, or null. */
  public static @Nullable ReportFormat named(String label) {
    for (ReportFormat format : values()) {
      if (format.label.equals(label)) {
        return format;
      }
    }
    return null;
  }
}
