package dev.regwright.yaml;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The plain scalars go-yaml's {@code resolve.go} takes for numbers: what {@code strconv.ParseInt}
 * and {@code ParseUint} with base 0, or {@code ParseFloat}, convert without an error. A number out
 * of range is an error, and then the scalar is a string.
 */
final class GoNumbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

  /** As Go's literals: an underscore stands between two digits. */
  private static final Pattern FRACTION =
      Pattern.compile("\\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?");

  private static final BigInteger MAX_INT = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_INT = BigInteger.valueOf(Long.MIN_VALUE).negate();
  private static final BigInteger MAX_UINT = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private GoNumbers() {}

  static boolean isInt(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int radix = radix(digits);
    boolean lettered = radix != 10 && "xXbBoO".indexOf(digits.charAt(1)) >= 0;
    int from = lettered ? 2 : radix == 8 ? 1 : 0;
    BigInteger max = !signed ? MAX_UINT : text.startsWith("-") ? MIN_INT : MAX_INT;
    return isInt(digits, from, radix, max);
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static boolean isInt(String digits, int from, int radix, BigInteger max) {
    int at = from;
    while (at < digits.length() && digits.charAt(at) == '0') {
      at++;
    }
    if (from == digits.length() || digits.length() - at > 64) {
      return false; // nothing there, or more binary digits than a number may have
    }
    for (int i = at; i < digits.length(); i++) {
      if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), radix) < 0) {
        return false;
      }
    }
    return at == digits.length() || new BigInteger(digits.substring(at), radix).compareTo(max) <= 0;
  }

  /** Whether a text is a float once its underscores are gone. */
  static boolean isFloat(String text) {
    return DECIMAL.matcher(text).matches() && isFinite(text);
  }

  /** Whether a text that begins with a dot is a float; its underscores are still there. */
  static boolean isFraction(String text) {
    return FRACTION.matcher(text).matches() && isFinite(text.replace("_", ""));
  }

  private static boolean isFinite(String text) {
    return Double.isFinite(Double.parseDouble(text));
  }
}
