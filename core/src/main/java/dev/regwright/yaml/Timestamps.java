package dev.regwright.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain scalars go-yaml takes for timestamps: its {@code allowedTimestampFormats}, which are Go
 * time layouts, so that a month may have one digit but the date must exist.
 */
final class Timestamps {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?:[Tt](\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,]\\d+)?(?:Z|[+-](\\d{2}):(\\d{2})))"
              + "|(?: +(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,]\\d+)?))?");

  private Timestamps() {}

  static boolean matches(String text) {
    // Cheap test first: nearly every number fails it.
    if (text.length() < 8 || text.charAt(4) != '-') {
      return false;
    }
    Matcher m = SHAPE.matcher(text);
    return m.matches() && dateExists(m) && timeExists(m, 4) && zoneExists(m) && timeExists(m, 9);
  }

  private static boolean dateExists(Matcher m) {
    try {
      LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean timeExists(Matcher m, int group) {
    return m.group(group) == null
        || (number(m, group) < 24 && number(m, group + 1) < 60 && number(m, group + 2) < 60);
  }

  /** Go lets an offset of 24 hours and of 60 minutes pass. */
  private static boolean zoneExists(Matcher m) {
    return m.group(7) == null || (number(m, 7) <= 24 && number(m, 8) <= 60);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
