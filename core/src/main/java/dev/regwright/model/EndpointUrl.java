package dev.regwright.model;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A URL with the parts Go's {@code net/url} finds in it. Both Talos and containerd read the
 * addresses of registries with that package, so what they connect to is decided by its rules and
 * not by those of {@link java.net.URI}.
 *
 * <p>Go keeps bytes where Java keeps characters. A byte that is not part of valid UTF-8, which only
 * a percent escape can bring in, is kept as the unpaired surrogate {@code U+DC00} plus the byte, so
 * that {@link #goString} can write it again. An unpaired surrogate in the input is read as {@code
 * U+FFFD}.
 *
 * @param scheme in lower case, or empty
 * @param userInfo user name and, after a colon, password, with the escapes Go would write; null if
 *     there is no {@code @}. Secret.
 * @param host host and port as written, with percent escapes decoded; brackets stay
 * @param path the path with percent escapes decoded
 * @param rawPath the path as written if Go would write it differently, else empty
 * @param rawQuery what follows the question mark, as written
 * @param forceQuery whether the URL ended in its only question mark, which is then kept
 * @param fragment what follows the number sign, with percent escapes decoded
 * @param rawFragment the fragment as written if Go would write it differently, else empty
 * @param opaque what follows the scheme if that does not begin with a slash, else empty
 * @param omitHost whether there is a scheme and a path without {@code //} between them
 */
public record EndpointUrl(
    String scheme,
    @Nullable String userInfo,
    String host,
    String path,
    String rawPath,
    String rawQuery,
    boolean forceQuery,
    String fragment,
    String rawFragment,
    String opaque,
    boolean omitHost) {

  /** Reads any text as {@code url.Parse} of that version of Go does. Never throws. */
  public static UrlParse parse(String text, UrlRules rules) {
    return new GoUrlParser(rules).parse(text);
  }

  /** The host with its port, by which Talos and containerd look up credentials. */
  public String authority() {
    return host;
  }

  /** The host without port and brackets, as {@code URL.Hostname}. */
  public String hostname() {
    int colon = portColon();
    String name = colon < 0 ? host : host.substring(0, colon);
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    return bracketed ? name.substring(1, name.length() - 1) : name;
  }

  /** The port as written or the empty string, as {@code URL.Port}. It may be out of range. */
  public String port() {
    int colon = portColon();
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  private int portColon() {
    int colon = host.lastIndexOf(':');
    return colon >= 0 && GoUrlParser.isPort(host.substring(colon)) ? colon : -1;
  }

  /**
   * The URL as {@code URL.String} writes it, which is what Talos puts into a configuration it
   * encodes. It includes the password.
   */
  public String goString() {
    return write(userInfo);
  }

  /**
   * The URL as {@code URL.Redacted} writes it: {@code xxxxx} in place of a password. As in Go, a
   * user name without a password, a query and an opaque part are shown.
   */
  @Override
  public String toString() {
    return write(userInfo == null ? null : withoutPassword(userInfo));
  }

  private static String withoutPassword(String user) {
    int colon = user.indexOf(':');
    return colon < 0 ? user : user.substring(0, colon) + ":xxxxx";
  }

  private String write(@Nullable String user) {
    StringBuilder out = new StringBuilder();
    if (!scheme.isEmpty()) {
      out.append(scheme).append(':');
    }
    if (!opaque.isEmpty()) {
      out.append(opaque);
    } else {
      writeAuthority(user, out);
      writePath(out);
    }
    if (forceQuery || !rawQuery.isEmpty()) {
      out.append('?').append(rawQuery);
    }
    if (!fragment.isEmpty()) {
      out.append('#').append(escaped(fragment, rawFragment, Part.FRAGMENT));
    }
    return out.toString();
  }

  private void writeAuthority(@Nullable String user, StringBuilder out) {
    boolean empty = host.isEmpty() && user == null;
    if (empty && (scheme.isEmpty() || omitHost || path.isEmpty())) {
      return;
    }
    out.append("//");
    if (user != null) {
      out.append(user).append('@');
    }
    out.append(Part.HOST.escape(host));
  }

  private void writePath(StringBuilder out) {
    String escaped = escaped(path, rawPath, Part.PATH);
    if (!escaped.isEmpty() && escaped.charAt(0) != '/' && !host.isEmpty()) {
      out.append('/');
    }
    if (out.length() == 0 && GoUrlParser.firstSegmentHasColon(escaped)) {
      out.append("./"); // RFC 3986, 4.2: it would be taken for a scheme
    }
    out.append(escaped);
  }

  private static String escaped(String text, String raw, Part part) {
    boolean rawIsGood =
        !raw.isEmpty()
            && part.isEscaped(raw)
            && part.escapeFault(raw, UrlRules.GO_1_26) == null
            && Part.unescape(raw).equals(text);
    if (rawIsGood) {
      return raw;
    }
    return text.equals("*") ? text : part.escape(text); // "*" is a request target of its own
  }

  /** A part of a URL with the characters that need no percent escape in it. */
  enum Part {
    PATH("$&+,/:;=@"),
    USER_INFO("$&+,;="),
    HOST("!$&'()*+,;=:[]<>\""),
    ZONE("!$&'()*+,;=:[]<>\""),
    FRAGMENT("$&+,/:;=?@!()*");

    private static final int RAW_BYTE = 0xDC00;
    private static final String HEX = "0123456789ABCDEF";

    private final String allowed;

    Part(String allowed) {
      this.allowed = allowed + "-_.~";
    }

    /** As {@code shouldEscape}, the other way round. */
    boolean allows(int c) {
      return isLetter(c) || isDigit(c) || allowed.indexOf(c) >= 0;
    }

    /** Whether the text can stand in a URL as it is, as {@code validEncoded}. */
    boolean isEscaped(String text) {
      return text.chars().allMatch(c -> allows(c) || "!$&'()*+,;=:@[]%".indexOf(c) >= 0);
    }

    /** The text with a percent escape for every byte of every other character. */
    String escape(String text) {
      StringBuilder out = new StringBuilder(text.length());
      text.codePoints().forEach(c -> escape(c, out));
      return out.toString();
    }

    private void escape(int c, StringBuilder out) {
      if (allows(c)) {
        out.append((char) c);
        return;
      }
      for (byte b : isSurrogate(c) ? new byte[] {(byte) c} : utf8(Character.toString(c))) {
        out.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
      }
    }

    /** What Go says against the escapes in the text, or null: the checks of {@code unescape}. */
    @Nullable String escapeFault(String text, UrlRules rules) {
      byte[] in = utf8(text);
      for (int i = 0; i < in.length; i++) {
        if (in[i] == '%') {
          int value = i + 2 < in.length ? hexByte(in[i + 1], in[i + 2]) : -1;
          if (value < 0 || !allowsEscaped(value)) {
            byte[] escape = Arrays.copyOfRange(in, i, Math.min(i + 3, in.length));
            return "invalid URL escape " + rules.quote(decode(escape));
          }
          i += 2;
        } else if ((this == HOST || this == ZONE) && in[i] >= 0 && !allows(in[i])) {
          String character = Character.toString(in[i]);
          return "invalid character " + rules.quote(character) + " in host name";
        }
      }
      return null;
    }

    private boolean allowsEscaped(int value) {
      return switch (this) {
        case HOST -> value >= 0x80 || value == '%';
        case ZONE -> allows(value) || value == '%' || value == ' ';
        default -> true;
      };
    }

    /** The text without its percent escapes, which must have no fault. */
    static String unescape(String text) {
      byte[] in = utf8(text);
      ByteBuffer out = ByteBuffer.allocate(in.length);
      for (int i = 0; i < in.length; i++) {
        out.put(in[i] == '%' ? (byte) hexByte(in[++i], in[++i]) : in[i]);
      }
      return decode(Arrays.copyOf(out.array(), out.position()));
    }

    private static String decode(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out = CharBuffer.allocate(bytes.length);
      CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
      for (CoderResult bad = decoder.decode(in, out, true);
          bad.isError();
          bad = decoder.decode(in, out, true)) {
        for (int i = 0; i < bad.length(); i++) {
          out.put((char) (RAW_BYTE + (in.get() & 0xff)));
        }
      }
      return out.flip().toString();
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int hexByte(byte high, byte low) {
      int h = Character.digit(high, 16);
      int l = Character.digit(low, 16);
      return h < 0 || l < 0 ? -1 : h << 4 | l;
    }

    static boolean isLetter(int c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }

    /** Whether a code point is a surrogate without its pair, which stands for a byte here. */
    static boolean isSurrogate(int c) {
      return Character.getType(c) == Character.SURROGATE;
    }
  }
}
