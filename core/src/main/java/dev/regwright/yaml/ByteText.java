package dev.regwright.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Go strings hold bytes, Java strings characters. A byte that is not part of valid UTF-8 is kept as
 * the unpaired surrogate {@code U+DC00} plus the byte, so that nothing is lost on the way.
 */
public final class ByteText {
  private static final int RAW_BYTE = 0xDC00;

  private ByteText() {}

  /** The text of any bytes. */
  public static String of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : exact(bytes);
  }

  private static String exact(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (RAW_BYTE + (in.get() & 0xFF)));
      }
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  /** The bytes {@link #of} made the text from. */
  public static byte[] bytes(String text) {
    byte[] out = new byte[text.length() * 3];
    int length = 0;
    int from = 0;
    for (int i = rawAt(text, 0); i >= 0; i = rawAt(text, from)) {
      length = append(text.substring(from, i), out, length);
      out[length++] = (byte) text.charAt(i);
      from = i + 1;
    }
    length = append(text.substring(from), out, length);
    return Arrays.copyOf(out, length);
  }

  private static int append(String text, byte[] out, int at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, out, at, bytes.length);
    return at + bytes.length;
  }

  /** Whether the text stands for valid UTF-8. */
  public static boolean isText(String text) {
    return rawAt(text, 0) < 0;
  }

  /** Index of the next character that stands for a byte, or -1. */
  private static int rawAt(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        i++; // the other half of the pair
      } else if (Character.isLowSurrogate(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
