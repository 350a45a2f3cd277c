package dev.regwright.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A file's name and decoded text, with positions. Immutable and safe to share between threads.
 *
 * <p>The encoding is UTF-8, or UTF-16 when the bytes begin with its byte order mark, which is how
 * go-yaml decides. A byte order mark is not part of the text. Bytes that do not decode become
 * U+FFFD, and {@link #malformedAt} says where the first of them stands.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final Encoding encoding;
  private final int malformedAt;
  private int @Nullable [] lineStarts; // built on first use: most files are clean and never need it

  private SourceFile(String name, String text, Encoding encoding, int malformedAt) {
    this.name = name;
    this.text = text;
    this.encoding = encoding;
    this.malformedAt = malformedAt;
  }

  private enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_8_MARKED(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

    private final Charset charset;
    private final byte[] mark;

    Encoding(Charset charset, int... mark) {
      this.charset = charset;
      this.mark = new byte[mark.length];
      for (int i = 0; i < mark.length; i++) {
        this.mark[i] = (byte) mark[i];
      }
    }

    static Encoding of(byte[] bytes) {
      for (Encoding e : new Encoding[] {UTF_8_MARKED, UTF_16LE, UTF_16BE}) {
        int n = e.mark.length;
        if (bytes.length >= n && Arrays.equals(bytes, 0, n, e.mark, 0, n)) {
          return e;
        }
      }
      return UTF_8;
    }
  }

  /** A file of already decoded text. */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text, Encoding.UTF_8, -1);
  }

  /** A file as it lies on disk. */
  public static SourceFile of(String name, byte[] bytes) {
    Encoding encoding = Encoding.of(bytes);
    int from = encoding.mark.length;
    String text = new String(bytes, from, bytes.length - from, encoding.charset);
    // Decoding replaces what is malformed; only then is the slow, exact decoder worth asking.
    int malformed = text.indexOf('\uFFFD') < 0 ? -1 : firstMalformed(bytes, from, encoding.charset);
    return new SourceFile(name, text, encoding, malformed);
  }

  private static int firstMalformed(byte[] bytes, int from, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    CoderResult result =
        decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from), out, true);
    return result.isError() ? out.position() : -1;
  }

  /** The name as the user gave it: a path, or the name given for standard input. */
  public String name() {
    return name;
  }

  /** The decoded text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** Index in {@link #text} of the first character whose bytes do not decode. */
  public OptionalInt malformedAt() {
    return malformedAt < 0 ? OptionalInt.empty() : OptionalInt.of(malformedAt);
  }

  /** The bytes of {@code changed} in this file's encoding, byte order mark included. */
  public byte[] encode(String changed) {
    byte[] body = changed.getBytes(encoding.charset);
    byte[] all = Arrays.copyOf(encoding.mark, encoding.mark.length + body.length);
    System.arraycopy(body, 0, all, encoding.mark.length, body.length);
    return all;
  }

  /** The span between two indexes of {@link #text}. */
  public Span span(int start, int end) {
    int startLine = line(start);
    int endLine = line(end);
    return new Span(name, startLine, column(startLine, start), endLine, column(endLine, end));
  }

  /** The 1-based line that holds the character at {@code index}. */
  public int line(int index) {
    int at = Arrays.binarySearch(starts(), index);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** Number of lines; a text that ends in a line break has an empty last line. */
  public int lineCount() {
    return starts().length;
  }

  /** Index in {@link #text} where a 1-based line begins. */
  public int lineStart(int line) {
    return starts()[line - 1];
  }

  /** The text of a 1-based line, without its line break. */
  public String lineText(int line) {
    int start = lineStart(line);
    int end = line < lineCount() ? lineStart(line + 1) : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private int column(int line, int index) {
    return text.codePointCount(lineStart(line), index) + 1;
  }

  private int[] starts() {
    int[] known = lineStarts;
    if (known == null) {
      known = findLineStarts(text);
      lineStarts = known; // a race only computes the same array twice
    }
    return known;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean breaks =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (breaks) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
