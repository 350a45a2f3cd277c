package dev.regwright.toml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlVersion;

/**
 * Has tomlj read one value at a time. One at a time, because its error recovery takes quadratic
 * time over many errors, and because its answer to one value never depends on the others.
 */
final class Tomlj {
  private static final String KEY = "v";
  private static final String PREFIX = KEY + "=";

  private final String text;
  private final TomlDialect dialect;
  private final TomlParseOptions options;

  private @Nullable TomlProblem fault;

  Tomlj(String text, TomlDialect dialect) {
    this.text = text;
    this.dialect = dialect;
    TomlVersion version =
        dialect == TomlDialect.GO_TOML_2 ? TomlVersion.V1_0_0 : TomlVersion.V1_1_0;
    this.options = TomlParseOptions.sourceless().withVersion(version);
  }

  /** What tomlj makes of a range of the text, or null; then {@link #fault} says why nothing. */
  @Nullable Object read(int start, int end) {
    fault = dialect.first() ? new GoToml1Values(text, end).fault(start) : null;
    if (fault != null) {
      return null;
    }
    TomlParseResult result = Toml.parse(PREFIX + text.substring(start, end), options);
    Object value = result.hasErrors() ? null : result.get(List.of(KEY));
    if (value == null) {
      fault = problem(start, end, result.errors());
    }
    return value;
  }

  /** Why there is no value. */
  TomlProblem fault() {
    return fault == null ? TomlProblem.syntax(0, 0, "this is not a TOML value") : fault;
  }

  private TomlProblem problem(int start, int end, List<TomlParseError> errors) {
    TomlProblem whole = TomlProblem.syntax(start, end, "this is not a TOML value");
    if (errors.isEmpty()) {
      return whole;
    }
    TomlParseError first = errors.get(0);
    int at = Math.min(offset(first.position(), start), end);
    boolean inside = at > start && at < end && "[{".indexOf(text.charAt(start)) >= 0;
    return (inside ? TomlProblem.syntax(at, at + 1, "this is not TOML") : whole)
        .withDetail(detail(first.getMessage()));
  }

  /** The part of tomlj's message that repeats nothing of the text, which may be a secret. */
  private static @Nullable String detail(@Nullable String message) {
    if (message == null) {
      return null;
    }
    int expected = message.indexOf(", expected ");
    if (expected >= 0) {
      return message.substring(expected + 2);
    }
    return message.indexOf('\'') < 0 && message.indexOf('"') < 0 ? message : null;
  }

  private int offset(@Nullable TomlPosition position, int start) {
    if (position == null) {
      return start;
    }
    int lineStart = start;
    for (int line = 1; line < position.line(); line++) {
      int feed = text.indexOf('\n', lineStart);
      if (feed < 0) {
        return start;
      }
      lineStart = feed + 1;
    }
    int column = position.column() - 1 - (position.line() == 1 ? PREFIX.length() : 0);
    int available = text.codePointCount(lineStart, text.length());
    return text.offsetByCodePoints(lineStart, Math.max(0, Math.min(column, available)));
  }
}
