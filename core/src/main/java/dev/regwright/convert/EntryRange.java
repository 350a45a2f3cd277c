package dev.regwright.convert;

import dev.regwright.yaml.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a text that goes when an entry of a mapping goes: in a block mapping whole lines, and
 * the comments below that are indented deeper than the key.
 *
 * @param start where it begins
 * @param end where it ends
 * @param lines whether it is whole lines
 */
record EntryRange(int start, int end, boolean lines) {
  /** The range of an entry; null when it does not stand on lines of its own. */
  static @Nullable EntryRange of(String text, YamlMapping mapping, YamlMapping.Entry entry) {
    return mapping.flow() ? flow(text, mapping, entry) : block(text, entry);
  }

  private static @Nullable EntryRange block(String text, YamlMapping.Entry entry) {
    int key = entry.key().outerStart();
    int start = TextLines.start(text, key);
    if (!TextLines.isBlank(text, start, key)) {
      return null; // behind "---", "- " or "? "
    }
    int end = lastContent(text, entry.key().end(), entry.value().end());
    return new EntryRange(start, withDeeperComments(text, end, key - start), true);
  }

  private static int lastContent(String text, int keyEnd, int valueEnd) {
    int end = Math.max(keyEnd, valueEnd);
    while (end > keyEnd && TextLines.isBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Where the last line ends that is deeper than the key and holds a comment. */
  private static int withDeeperComments(String text, int from, int column) {
    int end = TextLines.next(text, from);
    for (int line = end; line < text.length(); line = TextLines.next(text, line)) {
      int stop = TextLines.end(text, line);
      int at = line + TextLines.indent(text, line);
      boolean comment = at < stop && text.charAt(at) == '#';
      if (comment && at - line > column) {
        end = TextLines.next(text, line);
      } else if (!TextLines.isBlank(text, line, stop)) {
        break;
      }
    }
    return end;
  }

  private static EntryRange flow(String text, YamlMapping mapping, YamlMapping.Entry entry) {
    List<YamlMapping.Entry> entries = mapping.entries();
    int at = entries.indexOf(entry);
    if (at + 1 < entries.size()) {
      int start = entry.key().outerStart();
      return new EntryRange(start, entries.get(at + 1).key().outerStart(), false);
    }
    int end = Math.max(entry.key().end(), entry.value().end());
    int start = at == 0 ? entry.key().outerStart() : text.indexOf(',', ends(entries.get(at - 1)));
    int brace = mapping.end() - 1;
    int comma = text.indexOf(',', end);
    // A comma may follow the last entry.
    return new EntryRange(start, comma >= 0 && comma < brace ? comma + 1 : end, false);
  }

  private static int ends(YamlMapping.Entry entry) {
    return Math.max(entry.key().end(), entry.value().end());
  }
}
