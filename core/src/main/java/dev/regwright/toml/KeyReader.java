package dev.regwright.toml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a key of one or more parts. An object is used for one text, key after key. */
final class KeyReader {
  /** Deep enough for everybody, and for everything that walks the tables recursively. */
  private static final int MAX_PARTS = 100;

  private final String text;
  private final Lines lines;
  private final Tomlj tomlj;
  private final boolean strict;

  private int end;
  private @Nullable TomlProblem fault;

  KeyReader(String text, Lines lines, Tomlj tomlj, TomlDialect dialect) {
    this.text = text;
    this.lines = lines;
    this.tomlj = tomlj;
    this.strict = !dialect.first();
  }

  /** How the escapes in a quoted part are treated. */
  enum Escapes {
    READ,
    /** go-toml v1 leaves those in the names of tables as they are. */
    KEPT
  }

  /**
   * The parts of the key that begins at an index, or null when there is none; then {@link #fault}
   * says why.
   *
   * @param limit where the key must end at the latest
   */
  @Nullable List<TomlKey> read(int from, int limit, Escapes escapes) {
    List<TomlKey> parts = new ArrayList<>();
    int at = from;
    do {
      at = lines.skipBlanks(parts.isEmpty() ? at : at + 1);
      TomlKey part = parts.size() < MAX_PARTS ? part(at, limit, escapes) : tooMany(from, at);
      if (part == null) {
        return null;
      }
      parts.add(part);
      at = lines.skipBlanks(part.end());
    } while (at < limit && text.charAt(at) == '.');
    end = at;
    return parts;
  }

  /** Index of what follows the key and the blanks behind it. */
  int end() {
    return end;
  }

  /** Why there is no key. */
  TomlProblem fault() {
    return fault == null ? TomlProblem.syntax(end, end, "no key") : fault;
  }

  private @Nullable TomlKey tooMany(int from, int at) {
    fault = TomlProblem.syntax(from, at, "the key has too many parts to be read");
    return null;
  }

  private @Nullable TomlKey part(int at, int limit, Escapes escapes) {
    if (at >= limit || lines.atEnd(at)) {
      fault = TomlProblem.syntax(at, at, "a key is missing");
      return null;
    }
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return quoted(at, limit, c, escapes);
    }
    int stop = at;
    while (stop < limit && isBare(text.charAt(stop))) {
      stop++;
    }
    if (stop == at) {
      fault =
          TomlProblem.syntax(
              at, at + Character.charCount(text.codePointAt(at)), "no key begins like this");
      return null;
    }
    return new TomlKey(text.substring(at, stop), at, stop);
  }

  private @Nullable TomlKey quoted(int at, int limit, char quote, Escapes escapes) {
    boolean decode = false;
    for (int i = at + 1; i < limit && !lines.atEnd(i); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return decode ? decoded(at, i + 1) : new TomlKey(text.substring(at + 1, i), at, i + 1);
      }
      decode |= strict && ((c < ' ' && c != '\t') || c == 0x7f); // tomlj refuses it
      if (c == '\\' && quote == '"' && escapes == Escapes.READ) {
        decode = true;
        i++;
      }
    }
    fault = TomlProblem.syntax(at, lines.end(at), "the quotes of the key are not closed");
    return null;
  }

  private @Nullable TomlKey decoded(int start, int stop) {
    if (tomlj.read(start, stop) instanceof String key) {
      return new TomlKey(key, start, stop);
    }
    fault = tomlj.fault();
    return null;
  }

  static boolean isBare(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
