package dev.regwright.pki;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which ASN.1 times Go's certificate parser takes: it parses them by layout and demands that
 * formatting gives the same text again, so a zero offset must be written {@code Z}. An offset may
 * be as great as 24 hours.
 */
final class GoTime {
  private GoTime() {}

  /** {@code YYMMDDhhmm[ss]} and a zone, from 1950 to 2049; null for anything else. */
  static @Nullable Instant utcTime(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!areDigits(text, 0, 10)) {
      return null;
    }
    boolean seconds = areDigits(text, 10, 12);
    int year = number(text, 0);
    return time(year + (year < 50 ? 2000 : 1900), text, 2, seconds);
  }

  /** {@code YYYYMMDDhhmmss} and a zone; null for anything else. */
  static @Nullable Instant generalizedTime(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return areDigits(text, 0, 14)
        ? time(number(text, 0) * 100 + number(text, 2), text, 4, true)
        : null;
  }

  /** Reads from the month on. */
  private static @Nullable Instant time(int year, String text, int at, boolean withSeconds) {
    int month = number(text, at);
    int day = number(text, at + 2);
    int hour = number(text, at + 4);
    int minute = number(text, at + 6);
    int second = withSeconds ? number(text, at + 8) : 0;
    int zone = at + (withSeconds ? 10 : 8);
    boolean valid =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth()
            && hour < 24
            && minute < 60
            && second < 60
            && isZone(text, zone);
    return valid
        ? LocalDateTime.of(year, month, day, hour, minute, second)
            .toInstant(ZoneOffset.UTC)
            .minusSeconds(offset(text, zone))
        : null;
  }

  private static boolean isZone(String text, int at) {
    if (text.startsWith("Z", at)) {
      return text.length() == at + 1;
    }
    return text.length() == at + 5
        && (text.charAt(at) == '+' || text.charAt(at) == '-')
        && areDigits(text, at + 1, at + 5)
        && number(text, at + 1) <= 24
        && number(text, at + 3) < 60
        && number(text, at + 1) + number(text, at + 3) > 0;
  }

  /** Seconds east of Greenwich of a valid zone. */
  private static int offset(String text, int at) {
    if (text.charAt(at) == 'Z') {
      return 0;
    }
    int seconds = 3600 * number(text, at + 1) + 60 * number(text, at + 3);
    return text.charAt(at) == '-' ? -seconds : seconds;
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
