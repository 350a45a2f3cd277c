package dev.regwright.lint.settings;

import dev.regwright.lint.Fingerprint;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.Suppressed;
import dev.regwright.lint.Suppressed.Kind;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings that were accepted, so that only new ones are reported. One line of text for each, in
 * order, so that version control can merge them.
 */
public final class Baseline {
  private static final String REASON = "in the baseline";
  private static final String HEAD =
      "# Findings that regwright lint --baseline accepts; made by --write-baseline.\n";

  private final Map<String, Set<String>> byPath;

  private Baseline(Map<String, Set<String>> byPath) {
    this.byPath = byPath;
  }

  /** Reads the text of a baseline file. */
  public static Baseline read(SourceFile source) throws SettingsException {
    Map<String, Set<String>> byPath = new HashMap<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line);
      if (!text.isBlank() && !text.startsWith("#")) {
        int rule = text.indexOf(' ');
        int path = text.indexOf(' ', rule + 1);
        if (rule != Fingerprint.LENGTH || path < 0) {
          throw SettingsNodes.failure(
              source, source.lineStart(line), "not a line of a baseline; make it anew");
        }
        byPath
            .computeIfAbsent(text.substring(path + 1), p -> new HashSet<>())
            .add(text.substring(0, rule));
      }
    }
    return new Baseline(byPath);
  }

  /**
   * The outcome of linting a file without what was accepted.
   *
   * @param path the file's path from the directory of the baseline, separated by slashes
   */
  public Accepted accept(LintedFile file, String path) {
    Set<String> known = byPath.getOrDefault(escaped(path), Set.of());
    List<Finding> findings = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>(file.suppressed());
    Set<String> met = new HashSet<>();
    Fingerprint fingerprint = new Fingerprint(file, path);
    for (Finding finding : file.findings()) {
      String print = fingerprint.of(finding);
      if (known.contains(print) && acceptable(finding)) {
        met.add(print);
        suppressed.add(new Suppressed(finding, Kind.EXTERNAL, REASON));
      } else {
        findings.add(finding);
      }
    }
    return new Accepted(file.with(findings, suppressed), known.size() - met.size());
  }

  /**
   * What is left of a file.
   *
   * @param file without accepted findings
   * @param gone how many accepted findings of the file there are no more
   */
  public record Accepted(LintedFile file, int gone) {}

  /** A failure of ours is not the file's. */
  private static boolean acceptable(Finding finding) {
    return !finding.rule().equals(Linter.INTERNAL_ERROR.id());
  }

  /** Records findings to accept them. */
  public static final class Recorder {
    private final Set<String> lines = new TreeSet<>();

    /** Records all findings of a file; see {@link Baseline#accept} for the path. */
    public LintedFile record(LintedFile file, String path) {
      List<Finding> findings = new ArrayList<>();
      List<Suppressed> suppressed = new ArrayList<>(file.suppressed());
      Fingerprint fingerprint = new Fingerprint(file, path);
      for (Finding finding : file.findings()) {
        String print = fingerprint.of(finding);
        if (acceptable(finding)) {
          // Ordered by path, so that a file's lines stand together.
          lines.add(escaped(path) + '\n' + print + ' ' + finding.rule() + ' ' + escaped(path));
          suppressed.add(new Suppressed(finding, Kind.EXTERNAL, REASON));
        } else {
          findings.add(finding);
        }
      }
      return file.with(findings, suppressed);
    }

    /** How many were recorded. */
    public int count() {
      return lines.size();
    }

    /** The text of the baseline file. */
    public String text() {
      StringBuilder text = new StringBuilder(HEAD);
      for (String line : lines) {
        text.append(line, line.indexOf('\n') + 1, line.length()).append('\n');
      }
      return text.toString();
    }
  }

  /** A path that stays on its line. */
  private static String escaped(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < ' ' || c == '%' || c == 0x7F) {
        out.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
