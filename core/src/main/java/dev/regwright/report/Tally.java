package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;

/** Counts what the last line of a report sums up. */
final class Tally {
  private int errors;
  private int warnings;
  private int infos;
  private int fixable;
  private int files;
  private int filesWithFindings;
  private int shared;
  private int gone;

  void add(LintedFile file) {
    files++;
    shared += file.upgrade().shared();
    gone += file.upgrade().gone();
    if (!file.findings().isEmpty()) {
      filesWithFindings++;
    }
    for (Finding finding : file.findings()) {
      fixable += finding.fixes().stream().anyMatch(Fix::safe) ? 1 : 0;
      switch (finding.severity()) {
        case ERROR -> errors++;
        case WARNING -> warnings++;
        case INFO -> infos++;
      }
    }
  }

  int errors() {
    return errors;
  }

  int warnings() {
    return warnings;
  }

  int infos() {
    return infos;
  }

  /** How many findings {@code --fix} repairs. */
  int fixable() {
    return fixable;
  }

  int files() {
    return files;
  }

  /** How many findings two releases have both. */
  int shared() {
    return shared;
  }

  /** How many findings only the older release has. */
  int gone() {
    return gone;
  }

  /** {@code 2 errors, 1 warning}; empty when there is nothing to count. */
  String findings() {
    StringBuilder text = new StringBuilder();
    count(text, errors, "error");
    count(text, warnings, "warning");
    count(text, infos, "info");
    return text.toString();
  }

  /** {@code 3 files}, or {@code 1 of 3 files} when not all of them have findings. */
  String places() {
    String all = files == 1 ? "1 file" : files + " files";
    boolean some = filesWithFindings > 0 && filesWithFindings < files;
    return some ? filesWithFindings + " of " + all : all;
  }

  private static void count(StringBuilder text, int count, String what) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
      text.append(count == 1 ? "" : "s");
    }
  }
}
