package dev.regwright.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms a report can take. */
public enum ReportFormat {
  /** For people: every finding with the lines it speaks of and what to do. */
  TEXT("text"),
  /** One line per finding, for editors and grep. */
  CONCISE("concise"),
  /** One JSON object, for programs; its keys are stable. */
  JSON("json"),
  /** One JSON object per line and finding, for pipes. */
  JSON_LINES("jsonl"),
  /** SARIF 2.1.0, for code scanning. */
  SARIF("sarif"),
  /** Commands of GitHub Actions, which become annotations. */
  GITHUB("github"),
  /** GitLab's Code Quality report. */
  GITLAB("gitlab"),
  /** JUnit's XML. */
  JUNIT("junit"),
  /** Checkstyle's XML. */
  CHECKSTYLE("checkstyle"),
  /** A Markdown table, for summaries and comments. */
  MARKDOWN("markdown");

  private final String label;

  ReportFormat(String label) {
    this.label = label;
  }

  /** The word that names the format on the command line. */
  public String label() {
    return label;
  }

  /** The words, in order. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (ReportFormat format : values()) {
      labels.add(format.label);
    }
    return labels;
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
