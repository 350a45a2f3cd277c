package dev.regwright.pki;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Base64 with exactly the strictness of Go's {@code base64.StdEncoding} ({@code
 * encoding/base64/base64.go}): the standard alphabet, padding required, CR and LF ignored anywhere,
 * everything else an error; unused bits at the end are not checked. Talos and containerd decode
 * legacy {@code ca}, {@code crt} and {@code key} and every {@code auth} with it.
 */
public final class GoBase64 {
  private static final byte[] VALUES = values();

  private final String text;
  private final int end;
  private final boolean skipBlanks;
  private final byte[] out;
  private int at;
  private int written;

  private GoBase64(String text, int from, int end, boolean skipBlanks) {
    this.text = text;
    this.at = from;
    this.end = end;
    this.skipBlanks = skipBlanks;
    this.out = new byte[(end - from) / 4 * 3 + 3];
  }

  /** What decoding gave. */
  public sealed interface Result {}

  /** The text is base64. */
  public record Decoded(Der bytes) implements Result {}

  /**
   * The text is not base64.
   *
   * @param at the offset Go reports; everything before it is ASCII, so it counts bytes and chars
   *     alike
   */
  public record Corrupt(int at) implements Result {
    /** Go's error text. */
    public String text() {
      return "illegal base64 data at input byte " + at;
    }
  }

  /** Decodes all of {@code text}; the empty text gives no bytes. */
  public static Result decode(String text) {
    GoBase64 decoder = new GoBase64(text, 0, text.length(), false);
    int bad = decoder.run();
    return bad < 0 ? new Decoded(Der.wrap(decoder.bytes())) : new Corrupt(bad);
  }

  /** The body of a PEM block, where spaces and tabs are ignored too; null when it is not base64. */
  static byte @Nullable [] decodeBody(String text, int from, int to) {
    GoBase64 decoder = new GoBase64(text, from, to, true);
    return decoder.run() < 0 ? decoder.bytes() : null;
  }

  private byte[] bytes() {
    return Arrays.copyOf(out, written);
  }

  /** Decodes group by group; returns the offset of the error or -1. */
  private int run() {
    while (true) {
      int bits = 0;
      for (int symbols = 0; symbols < 4; symbols++) {
        skipIgnored();
        if (at == end) {
          return symbols == 0 ? -1 : end - symbols;
        }
        char c = text.charAt(at);
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
          return c == '=' && symbols >= 2 ? padding(symbols, bits) : at;
        }
        bits = bits << 6 | value;
        at++;
      }
      write(bits, 3);
    }
  }

  /** At the first {@code =} of a final group of two or three symbols. */
  private int padding(int symbols, int bits) {
    at++;
    if (symbols == 2) {
      skipIgnored();
      if (at == end) {
        return end;
      }
      if (text.charAt(at) != '=') {
        return at - 1;
      }
      at++;
    }
    skipIgnored();
    if (at < end) {
      return at;
    }
    write(bits << (6 * (4 - symbols)), symbols - 1);
    return -1;
  }

  private void write(int bits, int count) {
    for (int i = 0; i < count; i++) {
      out[written++] = (byte) (bits >> (16 - 8 * i));
    }
  }

  private void skipIgnored() {
    while (at < end && isIgnored(text.charAt(at))) {
      at++;
    }
  }

  private boolean isIgnored(char c) {
    return c == '\n' || c == '\r' || (skipBlanks && (c == ' ' || c == '\t'));
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }
}
