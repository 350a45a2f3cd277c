package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.TalosFile.TextRange;
import java.util.BitSet;

/**
 * Decides what of a file must not be shown. The reader's knowledge of secrets comes first, but it
 * ends where a file does not parse, which is exactly when people look at snippets. So there only
 * what is known to be harmless is shown: the values of keys we know, and what cannot be a secret by
 * its form.
 */
final class Redactor {
  private static final int BLOB = 40;

  private final SourceFile source;
  private final SecretRanges secrets;
  private final KeyNames names = new KeyNames();
  private final SecretLines lines;

  Redactor(LintedFile file) {
    this.source = file.source();
    this.secrets = new SecretRanges(file.secrets());
    this.lines = new SecretLines(source, names, secrets);
  }

  /** Which characters of a 1-based line not to show, by their index in the line. */
  BitSet hidden(int line) {
    String text = source.lineText(line);
    BitSet hidden = secret(line);
    if (stray(text)) {
      hide(LineParts.skipBlanks(text, 0), text.length(), hidden);
    }
    hideValues(source.lineStart(line), text, false, hidden);
    return hidden;
  }

  /** Which characters of a line are secret; {@link #hidden} adds what nobody can vouch for. */
  BitSet secret(int line) {
    String text = source.lineText(line);
    BitSet hidden = new BitSet();
    hideKnown(line, text, hidden);
    if (lines.contains(line)) {
      hide(LineParts.skipBlanks(text, 0), text.length(), hidden);
    }
    hideValues(source.lineStart(line), text, !lines.isField(line), hidden);
    hideForms(text, hidden);
    return hidden;
  }

  /** Whether a 1-based line belongs to a secret that began on an earlier one. */
  boolean continuesSecret(int line) {
    return lines.contains(line);
  }

  /** What looks like a secret by itself. */
  private static void hideForms(String text, BitSet hidden) {
    hide(LineParts.privateKeyBody(text), text.length(), hidden);
    hideBlobs(text, hidden);
    Userinfo.hide(text, hidden);
  }

  /** Whether a repair can be shown; one that writes a secret to some other place cannot. */
  boolean mayShow(Fix fix) {
    for (TextEdit edit : fix.edits()) {
      String text = edit.replacement();
      if (!text.isEmpty() && (quotesSecret(text) || looksSecret(text))) {
        return false;
      }
    }
    return true;
  }

  private boolean quotesSecret(String text) {
    for (int i = 0; i < secrets.size(); i++) {
      TextRange range = secrets.get(i);
      String secret = source.text().substring(range.start(), range.end());
      char first = secret.charAt(0);
      boolean quoted = secret.length() > 2 && (first == '"' || first == '\'');
      if (text.contains(quoted ? secret.substring(1, secret.length() - 1) : secret)) {
        return true;
      }
    }
    return false;
  }

  private boolean looksSecret(String text) {
    for (String line : text.split("\n", -1)) {
      BitSet hidden = new BitSet();
      hideForms(line, hidden);
      hideValues(source.text().length() + 1, line, true, hidden);
      if (!hidden.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** What the reader knows to be secret. */
  private void hideKnown(int line, String text, BitSet hidden) {
    int start = source.lineStart(line);
    int indentation = LineParts.skipBlanks(text, 0);
    for (int i = secrets.firstEndingBehind(start); i < secrets.size(); i++) {
      TextRange secret = secrets.get(i);
      if (secret.start() >= start + text.length()) {
        return;
      }
      int from = Math.max(secret.start() - start, indentation);
      int to = Math.min(secret.end() - start, text.length());
      hide(from, to, hidden);
      hide(comment(text, to), text.length(), hidden);
    }
  }

  /** Where a comment right behind a secret begins, which may well tell the secret before it. */
  private static int comment(String text, int from) {
    int next = LineParts.skipBlanks(text, from);
    return next < text.length() && text.charAt(next) == '#' ? next : text.length();
  }

  /**
   * Whether a line is a piece of some longer text; one that begins with a word of ours is a broken
   * key.
   */
  private boolean stray(String text) {
    int content = LineParts.content(text);
    if (content == text.length()
        || content != LineParts.skipBlanks(text, 0)
        || LineParts.separator(text)
        || LineParts.pemBorder(text)
        || "#{}[]".indexOf(text.charAt(content)) >= 0) {
      return false;
    }
    String word = KeyNames.wordAt(text, LineParts.skipQuote(text, content));
    return names.kind(word) == KeyNames.Kind.UNKNOWN && LineParts.keyEnd(text, content) < 0;
  }

  /**
   * Everything behind a key that says it holds a secret, and behind one of which we do not know
   * what it holds, to the end of the line: where a broken value ends is anybody's guess. Only if
   * the reader found that very secret do we trust its end.
   */
  private void hideValues(int lineStart, String text, boolean secretsOnly, BitSet hidden) {
    LineKeys keys = new LineKeys(text, names);
    while (keys.next()) {
      int value = keys.value();
      int end = keys.secret() ? secrets.endOf(lineStart + value) - lineStart : value;
      boolean known = keys.secret() && end > value && end <= text.length();
      boolean shown = !keys.secret() && (secretsOnly || keys.harmless());
      if (!known && !shown && !keys.opensBlock()) {
        hide(value, text.length(), hidden);
        return;
      }
      keys.skipTo(end);
    }
  }

  private static void hide(int from, int to, BitSet hidden) {
    if (from >= 0 && from < to) {
      hidden.set(from, to);
    }
  }

  /** Long runs of what can only be encoded: keys, tokens, certificates. A digest in hex is none. */
  private static void hideBlobs(String text, BitSet hidden) {
    int start = 0;
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean isUpper = c >= 'A' && c <= 'Z';
      boolean isLower = c >= 'a' && c <= 'z';
      boolean isDigit = c >= '0' && c <= '9';
      if (isUpper || isLower || isDigit || "+/=_-".indexOf(c) >= 0) {
        upper |= isUpper;
        lower |= isLower;
        digit |= isDigit;
        continue;
      }
      if (i - start > BLOB && upper && lower && digit) {
        hidden.set(start, i);
      }
      start = i + 1;
      upper = false;
      lower = false;
      digit = false;
    }
  }
}
