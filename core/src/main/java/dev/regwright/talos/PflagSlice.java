package dev.regwright.talos;

import dev.regwright.source.OffsetMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits the value of a flag that takes a list as pflag's {@code StringSlice} does: as the first
 * record of a CSV text, read by Go's {@code encoding/csv} ({@code readRecord}). Columns count
 * bytes.
 */
final class PflagSlice {
  private static final String BARE_QUOTE = "bare \" in non-quoted-field";
  private static final String QUOTE = "extraneous or missing \" in quoted-field";

  private final String value;
  private final List<Item> items = new ArrayList<>();
  private @Nullable String failure;
  private int failedAt;
  private int lineStart;
  private int lineEnd; // without the line break
  private boolean feed; // whether the line ends in a line break
  private int nextLine;
  private int lineNumber;
  private int recordLine;
  private int at;

  private PflagSlice(String value) {
    this.value = value;
  }

  /**
   * One element.
   *
   * @param map where its characters stand in the flag's value
   */
  record Item(String text, OffsetMap map) {
    /** Shows no text: it may hold a secret. */
    @Override
    public String toString() {
      return "item at " + map.outer(0);
    }
  }

  static PflagSlice of(String value) {
    var slice = new PflagSlice(value);
    if (!value.isEmpty()) {
      slice.read();
    }
    return slice;
  }

  /** The elements; those before the mistake, if there is one. */
  List<Item> items() {
    return items;
  }

  /** What pflag says against the value, or null. */
  @Nullable String failure() {
    return failure;
  }

  /** Index in the value of what is wrong. */
  int failedAt() {
    return failedAt;
  }

  private void read() {
    boolean more = readLine();
    while (more && lineStart == lineEnd) {
      more = readLine();
    }
    if (!more) {
      failure = "EOF";
      failedAt = value.length();
      return;
    }
    recordLine = lineNumber;
    at = lineStart;
    boolean comma = true;
    while (comma && failure == null) {
      boolean quoted = at < lineEnd && value.charAt(at) == '"';
      comma = quoted ? quotedItem() : plainItem();
    }
  }

  /** Goes to the next line; false behind the last one. */
  private boolean readLine() {
    if (nextLine >= value.length()) {
      return false;
    }
    lineNumber++;
    lineStart = nextLine;
    int newline = value.indexOf('\n', lineStart);
    feed = newline >= 0;
    lineEnd = feed ? newline : value.length();
    nextLine = feed ? newline + 1 : value.length();
    if (lineEnd > lineStart && value.charAt(lineEnd - 1) == '\r') {
      lineEnd--;
    }
    return true;
  }

  /** Takes an item without quotes; whether another follows. */
  private boolean plainItem() {
    int comma = value.indexOf(',', at);
    boolean more = comma >= 0 && comma < lineEnd;
    int end = more ? comma : lineEnd;
    int quote = value.indexOf('"', at);
    if (quote >= 0 && quote < end) {
      fail(BARE_QUOTE, quote, lineNumber, column(quote));
      return false;
    }
    var marks = new OffsetMap.Builder();
    marks.mark(0, at);
    items.add(new Item(value.substring(at, end), marks.build(end)));
    at = end + 1;
    return more;
  }

  /** Takes an item with quotes, which may go over several lines; whether another follows. */
  private boolean quotedItem() {
    var text = new StringBuilder();
    var marks = new OffsetMap.Builder();
    at++;
    while (true) {
      int quote = value.indexOf('"', at);
      boolean found = quote >= 0 && quote < lineEnd;
      marks.mark(text.length(), at);
      text.append(value, at, found ? quote : lineEnd);
      if (!found) {
        if (!continuesOnNextLine(text, marks)) {
          return false;
        }
        continue;
      }
      at = quote + 1;
      if (at < lineEnd && value.charAt(at) == '"') {
        marks.mark(text.length(), at++);
        text.append('"');
      } else if (at == lineEnd || value.charAt(at) == ',') {
        boolean more = at < lineEnd;
        marks.mark(text.length(), quote);
        items.add(new Item(text.toString(), marks.build(quote)));
        at++;
        return more;
      } else {
        fail(QUOTE, quote, lineNumber, column(quote));
        return false;
      }
    }
  }

  private boolean continuesOnNextLine(StringBuilder text, OffsetMap.Builder marks) {
    int number = lineNumber;
    int column = column(lineEnd) + (feed ? 1 : 0);
    if (feed) {
      marks.mark(text.length(), lineEnd);
      text.append('\n');
    }
    boolean more = readLine();
    if (!more || (lineStart == lineEnd && !feed)) {
      fail(QUOTE, value.length(), number, column);
      return false;
    }
    at = lineStart;
    return true;
  }

  private int column(int index) {
    return value.substring(lineStart, index).getBytes(StandardCharsets.UTF_8).length + 1;
  }

  private void fail(String what, int index, int line, int column) {
    String record = line == recordLine ? "" : "record on line " + recordLine + "; ";
    failure = record + "parse error on line " + line + ", column " + column + ": " + what;
    failedAt = index;
  }
}
