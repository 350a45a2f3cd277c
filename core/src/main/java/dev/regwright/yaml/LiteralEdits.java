package dev.regwright.yaml;

import dev.regwright.source.TextEdit;
import org.jspecify.annotations.Nullable;

/**
 * Writes edits of a literal block's value into the block: lines get its indentation and its line
 * breaks. Whole lines are written anew, and what did not change is then left out.
 */
final class LiteralEdits implements ScalarText.ScalarEdits {
  private final String file;
  private final String indentation;
  private final String lineBreak;
  private final boolean fixed;

  /**
   * The edits of one block.
   *
   * @param fixed whether its header says the indentation, which else is that of its first line
   */
  LiteralEdits(String file, int indent, String lineBreak, boolean fixed) {
    this.file = file;
    this.indentation = " ".repeat(indent);
    this.lineBreak = lineBreak;
    this.fixed = fixed;
  }

  @Override
  public @Nullable TextEdit translate(ScalarText text, TextEdit edit) {
    String value = text.value();
    String replacement = edit.replacement().replace("\r\n", "\n").replace('\r', '\n');
    if (!isWritable(replacement) || !keepsIndentation(value, edit, replacement)) {
      return null;
    }
    // The last line of a value that ends in a line break is no line of the file.
    int realEnd = value.endsWith("\n") ? value.length() - 1 : value.length();
    int first = lineStart(value, Math.min(edit.start(), realEnd));
    int last = lineEnd(value, Math.min(edit.end(), realEnd));
    String lines =
        value.substring(first, edit.start())
            + replacement
            + (edit.end() < last ? value.substring(edit.end(), last) : "");
    if (edit.end() > realEnd && lines.endsWith("\n")) {
      lines = lines.substring(0, lines.length() - 1); // the block's last line break stays
    }
    return lines.isEmpty() && edit.end() > realEnd && first > 0
        ? new TextEdit(text.outer(first - 1), text.outer(last), "")
        : rewritten(text, edit, outerLine(text.outer(first)), text.outer(last), indented(lines));
  }

  /** The edit that puts {@code lines} in place of whole lines, cut down to what differs. */
  private TextEdit rewritten(ScalarText text, TextEdit edit, int from, int to, String lines) {
    int mostPrefix = Math.min(text.outer(edit.start()), to) - from;
    int mostSuffix = to - Math.min(text.outer(edit.end()), to);
    int shorter = Math.min(to - from, lines.length());
    int prefix = 0;
    while (prefix < Math.min(shorter, mostPrefix) && at(from + prefix) == lines.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < Math.min(shorter - prefix, mostSuffix)
        && at(to - 1 - suffix) == lines.charAt(lines.length() - 1 - suffix)) {
      suffix++;
    }
    return new TextEdit(
        from + prefix, to - suffix, lines.substring(prefix, lines.length() - suffix));
  }

  private char at(int index) {
    return file.charAt(index);
  }

  /** Where the file's line begins that holds a place. */
  private int outerLine(int place) {
    int at = place;
    while (at > 0 && !Lines.isBreak(file.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private String indented(String lines) {
    var out = new StringBuilder(lines.length() + indentation.length());
    int from = 0;
    while (true) {
      int to = lineEnd(lines, from);
      out.append(to > from ? indentation : "").append(lines, from, to);
      if (to == lines.length()) {
        return out.toString();
      }
      out.append(lineBreak);
      from = to + 1;
    }
  }

  /** A block without an indentation indicator takes its first line's, blanks included. */
  private boolean keepsIndentation(String value, TextEdit edit, String replacement) {
    int firstText = 0;
    while (firstText < value.length() && value.charAt(firstText) == '\n') {
      firstText++;
    }
    if (fixed || edit.start() > firstText) {
      return true;
    }
    String changed = replacement + value.substring(edit.end());
    int at = 0;
    while (at < changed.length() && changed.charAt(at) == '\n') {
      at++;
    }
    return at == changed.length() || (changed.charAt(at) != ' ' && changed.charAt(at) != '\t');
  }

  private static boolean isWritable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c != '\n' && c != '\t' && (c < ' ' || !plain(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean plain(char c) {
    return (c < 0x7F || c >= 0xA0)
        && c != '\u2028'
        && c != '\u2029'
        && c != '\uFEFF'
        && c < '\uFFFE'
        && !Character.isSurrogate(c);
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
