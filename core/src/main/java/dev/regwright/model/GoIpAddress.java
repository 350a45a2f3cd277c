package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/**
 * The check of the text between the brackets of a host: {@code netip.ParseAddr} must read an IPv6
 * address in it. Only the verdict and its text are wanted, the address itself is not.
 */
final class GoIpAddress {
  private static final int MAX_BYTES = 16;

  private final String text;
  private final UrlRules rules;

  /** Where the zone begins, or the end of the text. */
  private final int end;

  /** Where the part begins that is still to be read. */
  private int position;

  /** How many of the sixteen bytes have been read. */
  private int bytes;

  /** Whether there was a double colon, which stands for any number of zeros. */
  private boolean gap;

  private GoIpAddress(String text, UrlRules rules) {
    this.text = text;
    this.rules = rules;
    int percent = text.indexOf('%');
    end = percent < 0 ? text.length() : percent;
  }

  /** What {@code parseHost} says against this text between brackets, or null. */
  static @Nullable String bracketFault(String text, UrlRules rules) {
    GoIpAddress address = new GoIpAddress(text, rules);
    char kind = kind(text);
    String fault =
        switch (kind) {
          case '.' -> address.ipv4Fault(0, text.length());
          case ':' -> address.ipv6Fault();
          case '%' -> address.fault("missing IPv6 address");
          default -> address.fault("unable to parse IP");
        };
    if (fault != null) {
      return "invalid host: " + fault;
    }
    return kind == '.' ? "invalid IP-literal" : null;
  }

  /** The first character that tells what the text is meant to be, or NUL. */
  private static char kind(String text) {
    int first = text.chars().filter(c -> c == '.' || c == ':' || c == '%').findFirst().orElse(0);
    return (char) first;
  }

  private @Nullable String ipv6Fault() {
    if (end == text.length() - 1) {
      return fault("zone must be a non-empty string");
    }
    if (text.startsWith("::")) {
      gap = true;
      position = 2;
      if (position == end) {
        return null;
      }
    }
    while (position < end && bytes < MAX_BYTES) {
      int digits = countHexDigits();
      String fault = groupFault(digits);
      if (fault == null && charAt(position + digits) == '.') {
        return embeddedIpv4Fault();
      }
      if (fault == null) {
        fault = moveToNextGroup(digits);
      }
      if (fault != null) {
        return fault;
      }
    }
    return position < end ? faultAt("trailing garbage after address", end) : lengthFault();
  }

  /** Counts at most one digit more than a group may have. */
  private int countHexDigits() {
    int digits = 0;
    while (digits <= 4 && isHexDigit(charAt(position + digits))) {
      digits++;
    }
    return digits;
  }

  private @Nullable String groupFault(int digits) {
    if (digits > 4) {
      return faultAt("each group must have 4 or less digits", end);
    }
    if (digits == 0) {
      return faultAt("each colon-separated field must have at least one digit", end);
    }
    return null;
  }

  /** Moves over a group and the colon or colons after it. */
  private @Nullable String moveToNextGroup(int digits) {
    bytes += 2;
    position += digits;
    if (position == end) {
      return null;
    }
    if (charAt(position) != ':') {
      return faultAt("unexpected character, want colon", end);
    }
    if (position + 1 == end) {
      return faultAt("colon must be followed by more characters", end);
    }
    position++;
    if (charAt(position) == ':') {
      if (gap) {
        return faultAt("multiple :: in address", end);
      }
      gap = true;
      position++;
    }
    return null;
  }

  private @Nullable String lengthFault() {
    if (bytes < MAX_BYTES) {
      return gap ? null : fault("address string too short");
    }
    return gap ? fault("the :: must expand to at least one field of zeros") : null;
  }

  private @Nullable String embeddedIpv4Fault() {
    if (!gap && bytes != MAX_BYTES - 4) {
      return faultAt("embedded IPv4 address must replace the final 2 fields of the address", end);
    }
    if (bytes > MAX_BYTES - 4) {
      return faultAt("too many hex fields to fit an embedded IPv4 at the end of the address", end);
    }
    String fault = ipv4Fault(position, end);
    bytes += 4;
    return fault == null ? lengthFault() : fault;
  }

  private @Nullable String ipv4Fault(int start, int limit) {
    int dots = 0;
    int digits = 0;
    int value = 0;
    for (position = start; position < limit; position++) {
      char c = text.charAt(position);
      if (c == '.') {
        if (digits == 0 || position == limit - 1) {
          return faultAt("IPv4 field must have at least one digit", limit);
        }
        if (dots == 3) {
          return fault("IPv4 address too long");
        }
        dots++;
        digits = 0;
        value = 0;
      } else if (!EndpointUrl.Part.isDigit(c)) {
        return faultAt("unexpected character", limit);
      } else if (digits == 1 && value == 0) {
        return fault("IPv4 field has octet with leading zero");
      } else {
        digits++;
        value = value * 10 + c - '0';
        if (value > 255) {
          return fault("IPv4 field has value >255");
        }
      }
    }
    return dots < 3 ? fault("IPv4 address too short") : null;
  }

  /** The character there, or NUL after the end. */
  private char charAt(int index) {
    return index < end ? text.charAt(index) : 0;
  }

  private static boolean isHexDigit(char c) {
    return EndpointUrl.Part.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private String fault(String what) {
    return "ParseAddr(" + rules.quote(text) + "): " + what;
  }

  private String faultAt(String what, int limit) {
    return fault(what) + " (at " + rules.quote(text.substring(position, limit)) + ")";
  }
}
