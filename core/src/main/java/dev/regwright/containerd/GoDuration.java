package dev.regwright.containerd;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Go's {@code time.ParseDuration}. An object reads one text. */
final class GoDuration {
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "\u00b5s", 1_000L,
          "\u03bcs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private final String text;
  private int at;
  private String fault = "";

  private GoDuration(String text) {
    this.text = text;
  }

  /** What became of reading a duration. */
  sealed interface Result {
    /** The text is a duration. */
    record Ok(Duration duration) implements Result {}

    /** It is none, and this is what Go says. */
    record Failed(String message) implements Result {}
  }

  static Result parse(String text) {
    GoDuration reader = new GoDuration(text);
    long nanos = reader.read();
    return reader.fault.isEmpty()
        ? new Result.Ok(Duration.ofNanos(nanos))
        : new Result.Failed("time: " + reader.fault);
  }

  private long read() {
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at = 1;
    }
    if (text.substring(at).equals("0")) {
      return 0;
    }
    if (at == text.length()) {
      return invalid();
    }
    long total = 0;
    while (at < text.length() && fault.isEmpty()) {
      long sum = total + part();
      total = sum < total ? invalid() : sum;
    }
    return negative ? -total : total;
  }

  private long part() {
    int digitsStart = at;
    long whole = digits();
    boolean any = at > digitsStart;
    long fraction = 0;
    double scale = 1;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      int fractionStart = at;
      for (; at < text.length() && isDigit(text.charAt(at)); at++) {
        if (fraction < Long.MAX_VALUE / 10 - 1) { // digits behind these are left out
          fraction = fraction * 10 + (text.charAt(at) - '0');
          scale *= 10;
        }
      }
      any |= at > fractionStart;
    }
    if (!any || whole < 0) {
      return invalid();
    }
    int unitStart = at;
    while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
      at++;
    }
    String name = text.substring(unitStart, at);
    if (name.isEmpty()) {
      return fail("missing unit in duration " + quote(text));
    }
    Long unit = UNITS.get(name);
    if (unit == null) {
      return fail("unknown unit " + quote(name) + " in duration " + quote(text));
    }
    return scaled(whole, unit, fraction, scale);
  }

  private long scaled(long whole, long unit, long fraction, double scale) {
    if (Math.multiplyHigh(whole, unit) != 0 || whole * unit < 0) {
      return invalid();
    }
    return whole * unit + (long) ((double) fraction * ((double) unit / scale));
  }

  /** The number at the cursor; negative when it does not fit. */
  private long digits() {
    long value = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      if (value > Long.MAX_VALUE / 10) {
        return -1;
      }
      value = value * 10 + (text.charAt(at) - '0');
      if (value < 0) {
        return -1;
      }
      at++;
    }
    return value;
  }

  private long invalid() {
    return fail("invalid duration " + quote(text));
  }

  private long fail(String why) {
    if (fault.isEmpty()) {
      fault = why;
    }
    return 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The quoting of Go's time package, which is not that of {@code strconv}. */
  private static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < ' ') { // bytes from 0x80 are negative
        out.append(String.format("\\x%02x", b & 0xff));
      } else {
        out.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
      }
    }
    return out.append('"').toString();
  }
}
