package dev.regwright.toml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What go-toml v1 refuses in a value although TOML 1.1 has it. An object looks at one value. */
final class GoToml1Values {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final String text;
  private final int end;
  private @Nullable TomlProblem fault;

  GoToml1Values(String text, int end) {
    this.text = text;
    this.end = end;
  }

  @Nullable TomlProblem fault(int start) {
    Matcher date = DATE.matcher(text).region(start, end);
    if (date.lookingAt()) {
      return dateFault(start, date.end());
    }
    boolean comma = false;
    int at = start;
    while (at < end && fault == null) {
      char c = text.charAt(at);
      if (c == '}' && comma) {
        return TomlProblem.syntax(
            at, at + 1, "containerd 1.x takes no comma behind the last entry of an inline table");
      }
      comma = c == ',' || (comma && (Lines.isBlank(c) || c == '\n' || c == '\r'));
      at = c == '"' || c == '\'' ? stringEnd(at, c) : at + 1;
    }
    return fault;
  }

  /** Its lexer wants a blank, a T or the end of the file behind a date. */
  private @Nullable TomlProblem dateFault(int start, int dateEnd) {
    boolean fits = dateEnd == text.length() || " T".indexOf(text.charAt(dateEnd)) >= 0;
    return fits
        ? null
        : TomlProblem.syntax(
            start, dateEnd, "containerd 1.x cannot read a date at the end of a line");
  }

  /** The index behind a string; an escape it does not know becomes the fault. */
  private int stringEnd(int start, char quote) {
    String one = String.valueOf(quote);
    String quotes = text.startsWith(one.repeat(3), start) ? one.repeat(3) : one;
    int at = start + quotes.length();
    while (at < end && !text.startsWith(quotes, at)) {
      if (quote == '"' && text.charAt(at) == '\\') {
        at++;
        if (at < end && "ex".indexOf(text.charAt(at)) >= 0) {
          fault = TomlProblem.syntax(at - 1, at + 1, "containerd 1.x does not know this escape");
        }
      }
      at++;
    }
    return at + quotes.length();
  }
}
