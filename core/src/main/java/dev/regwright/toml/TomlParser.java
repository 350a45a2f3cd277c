package dev.regwright.toml;

import dev.regwright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a text apart into statements. After a statement that makes no sense it reads on. */
final class TomlParser {
  /** Nobody writes a longer value, and tomlj needs hundreds of bytes for each character. */
  private static final int MAX_VALUE = 1 << 18;

  private final SourceFile source;
  private final String text;
  private final TomlDialect dialect;
  private final Problems problems = new Problems();
  private final List<TomlHeader> headers = new ArrayList<>();
  private final Lines lines;
  private final ValueExtent extents;
  private final KeyReader keys;
  private final ValueReader values;
  private final Tables tables;
  private int at;

  TomlParser(SourceFile source, TomlDialect dialect) {
    this.source = source;
    this.text = source.text();
    this.dialect = dialect;
    this.lines = new Lines(text, dialect);
    this.extents = new ValueExtent(text, lines);
    Tomlj tomlj = new Tomlj(text, dialect);
    this.keys = new KeyReader(text, lines, tomlj, dialect);
    this.values = new ValueReader(tomlj, extents, keys);
    this.tables = Tables.of(dialect, text, problems);
  }

  TomlFile read() {
    boolean readable = new Encodings(source, dialect).check(problems);
    while (readable && at < text.length() && !problems.full()) {
      statement();
    }
    return new TomlFile(source, dialect, tables.root(), headers, problems.all());
  }

  private void statement() {
    at = lines.skipBlanks(at);
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at);
    if (lines.isBreak(at)) {
      at++;
    } else if (c == '\r') {
      problems.syntax(at, at + 1, "a carriage return ends no line without a line feed behind it");
      at++;
    } else if (c == '#') {
      comment();
    } else if (c == '[') {
      header();
    } else {
      assignment();
    }
  }

  /** go-toml v1 takes every character in a comment, and only a line feed ends one. */
  private void comment() {
    int end = lines.end(at);
    if (dialect.first()) {
      while (end < text.length() && text.charAt(end) == '\r' && !text.startsWith("\r\n", end)) {
        end = lines.end(end + 1);
      }
    } else {
      for (int i = at; i < end; i++) {
        char c = text.charAt(i);
        if ((c < ' ' && c != '\t') || c == 0x7f) {
          problems.syntax(i, i + 1, "a comment cannot hold a control character");
          break;
        }
      }
    }
    at = end;
  }

  private void header() {
    int start = at;
    boolean array = text.startsWith("[[", at);
    String close = array ? "]]" : "]";
    int limit = headerLimit(start + close.length(), array);
    List<TomlKey> path = limit < 0 ? null : headerPath(start + close.length(), limit);
    if (path == null) {
      tables.lost();
      at = lines.end(start);
      return;
    }
    if (!text.startsWith(close, keys.end())) {
      problems.add(notClosed(start, keys.end(), close));
      tables.lost();
      at = lines.end(start);
      return;
    }
    at = keys.end() + close.length();
    TomlHeader header = new TomlHeader(path, array, start, at);
    if (!dialect.first() && !finishLine("nothing may follow a header on its line")) {
      tables.lost();
    } else if (tables.open(header)) {
      headers.add(header);
    }
  }

  private @Nullable List<TomlKey> headerPath(int from, int limit) {
    List<TomlKey> path =
        keys.read(from, limit, dialect.first() ? KeyReader.Escapes.KEPT : KeyReader.Escapes.READ);
    if (path == null) {
      problems.add(keys.fault());
    }
    return path;
  }

  /** Where a header's name ends at the latest: go-toml v1 looks for its bracket before quotes. */
  private int headerLimit(int from, boolean array) {
    int end = lines.end(from);
    if (!dialect.first()) {
      return end;
    }
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == ']') {
        return i;
      }
      if (text.charAt(i) == '[') {
        problems.add(
            TomlProblem.syntax(
                    i,
                    i + 1,
                    "containerd 1.x allows no bracket in a header, not even in quotes; an IPv6 address"
                        + " works in server only")
                .withUpstream(
                    GoPosition.of(text, from).text()
                        + ": unexpected token %1$s cannot contain ']', was expecting a %1$s"
                            .formatted(array ? "table array key" : "table key")));
        return -1;
      }
    }
    return end;
  }

  private TomlProblem notClosed(int start, int found, String close) {
    boolean needsQuotes = !lines.atEnd(found) && text.charAt(found) == ':';
    return needsQuotes
        ? TomlProblem.syntax(found, found + 1, "a URL in a header needs quotes")
        : TomlProblem.syntax(start, lines.end(start), "the header is not closed by " + close);
  }

  private void assignment() {
    int start = at;
    List<TomlKey> path = keys.read(at, text.length(), KeyReader.Escapes.READ);
    if (path == null) {
      skipLine(keys.fault());
      return;
    }
    at = keys.end();
    if (lines.atEnd(at) || text.charAt(at) != '=') {
      skipLine(
          TomlProblem.syntax(start, lines.end(start), "this is neither a key with = nor a header"));
      return;
    }
    int valueStart = lines.skipBlanks(at + 1);
    if (lines.atEnd(valueStart) || text.charAt(valueStart) == '#') {
      skipLine(TomlProblem.syntax(start, at + 1, "the value is missing"));
      return;
    }
    int end = extents.end(valueStart);
    if (end < 0) {
      unclosed(valueStart, extents.fault());
      return;
    }
    at = end;
    if (end - valueStart > MAX_VALUE) {
      skipLine(TomlProblem.syntax(valueStart, valueStart + 1, "the value is too long to be read"));
      return;
    }
    TomlValue value = values.read(valueStart, end);
    if (value == null) {
      problems.add(values.fault());
      at = lines.end(at);
    } else if (finishLine("nothing may follow a value on its line")) {
      tables.assign(path, value);
    }
  }

  /** A string that is not closed ends with its line; whatever else is not closed never ends. */
  private void unclosed(int valueStart, TomlProblem problem) {
    problems.add(problem);
    boolean onItsLine = problem.start() > valueStart || isShortString(valueStart);
    at = onItsLine ? lines.end(problem.start()) : text.length();
  }

  private boolean isShortString(int start) {
    char c = text.charAt(start);
    return (c == '"' || c == '\'') && !text.startsWith(String.valueOf(c).repeat(3), start);
  }

  private void skipLine(TomlProblem problem) {
    problems.add(problem);
    at = lines.end(Math.max(at, problem.start()));
  }

  /** Whether nothing but a comment follows on the line. */
  private boolean finishLine(String message) {
    at = lines.skipBlanks(at);
    if (at >= text.length() || lines.isBreak(at)) {
      return true;
    }
    if (text.charAt(at) == '#') {
      comment();
      return true;
    }
    problems.syntax(at, lines.end(at), message);
    at = lines.end(at);
    return false;
  }
}
