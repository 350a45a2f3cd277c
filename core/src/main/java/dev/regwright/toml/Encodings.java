package dev.regwright.toml;

import dev.regwright.source.SourceFile;
import java.util.OptionalInt;

/** What go-toml makes of bytes that are not plain UTF-8. */
final class Encodings {
  private static final int UTF_8_MARK = 3;

  private final SourceFile source;
  private final TomlDialect dialect;

  Encodings(SourceFile source, TomlDialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  /** Notes what is wrong; whether the text is worth reading. */
  boolean check(Problems problems) {
    int mark = source.encode("").length;
    if (mark > 0 && mark != UTF_8_MARK) {
      problems.add(TomlProblem.encoding(0, 0, "TOML is UTF-8, and this file is UTF-16"));
      return false;
    }
    if (dialect.first()) {
      return true;
    }
    if (mark == UTF_8_MARK) {
      problems.add(
          TomlProblem.encoding(0, 0, "the file begins with a byte order mark")
              .withUpstream(
                  "toml: invalid character at start of key: "
                      + (dialect == TomlDialect.GO_TOML_2_4 ? "U+00EF 'ï'" : "ï")));
    }
    OptionalInt malformed = source.malformedAt();
    if (malformed.isPresent()) {
      int at = malformed.getAsInt();
      problems.add(TomlProblem.encoding(at, at + 1, "these bytes are not UTF-8"));
    }
    return true;
  }
}
