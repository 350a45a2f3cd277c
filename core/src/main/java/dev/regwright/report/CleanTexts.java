package dev.regwright.report;

import dev.regwright.source.Finding;
import dev.regwright.source.Related;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one finding without secrets. Who writes a message takes care not to quote one; this
 * is the net below: credentials in URLs, and words that stand in a secret on a line the finding
 * points to.
 */
final class CleanTexts {
  private static final String MASK = "***";
  private static final int SHORTEST = 3;
  private static final int LINES = 64;

  private final List<String> words = new ArrayList<>();

  CleanTexts(Finding finding, SourceFile source, Redactor redactor) {
    collect(finding.span(), source, redactor);
    for (Related related : finding.related()) {
      collect(related.span(), source, redactor);
    }
  }

  /** From the line a span begins on, and from the lines that continue its value. */
  private void collect(Span span, SourceFile source, Redactor redactor) {
    if (!span.path().equals(source.name())) {
      return;
    }
    int line = span.startLine();
    int last = Math.min(source.lineCount(), line + LINES);
    while (line <= last && (line == span.startLine() || redactor.continuesSecret(line))) {
      collect(source.lineText(line), redactor.secret(line));
      line++;
    }
  }

  private void collect(String text, BitSet secret) {
    for (int from = secret.nextSetBit(0); from >= 0; ) {
      int to = Math.min(secret.nextClearBit(from), text.length());
      collectWords(text, from, to);
      from = secret.nextSetBit(to);
    }
  }

  private void collectWords(String text, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || !Character.isLetterOrDigit(text.charAt(i))) {
        if (i - start >= SHORTEST) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
  }

  /** The text, safe to be shown; null if there is none. */
  @Nullable String ofNullable(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /** The text, safe to be shown. */
  String of(String text) {
    String clean = Userinfo.masked(text);
    for (String word : words) {
      clean = without(clean, word);
    }
    return clean;
  }

  /** Replaces a word where it is one: within a longer word it is not what was hidden. */
  private static String without(String text, String word) {
    StringBuilder out = null;
    int copied = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
      int end = at + word.length();
      boolean whole =
          (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (whole) {
        out = out == null ? new StringBuilder() : out;
        out.append(text, copied, at).append(MASK);
        copied = end;
      }
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }
}
