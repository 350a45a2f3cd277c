package dev.regwright.pki;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A forward cursor over DER with the strictness of {@code golang.org/x/crypto/cryptobyte}, on which
 * Go's certificate parser stands: definite minimal lengths of at most four octets, tags below 31,
 * minimal integers. Each read names the error text to fail with.
 */
final class DerReader {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private final byte[] data;
  private final int end;
  private int at;

  /** One element: its tag octet, itself with its header, and its content. */
  record Element(int tag, DerReader whole, DerReader body) {}

  private DerReader(byte[] data, int from, int end) {
    this.data = data;
    this.at = from;
    this.end = end;
  }

  static DerReader of(byte[] data) {
    return new DerReader(data, 0, data.length);
  }

  /** The tag octet of context-specific tag {@code number}. */
  static int context(int number, boolean constructed) {
    return 0x80 | (constructed ? 0x20 : 0) | number;
  }

  boolean isEmpty() {
    return at == end;
  }

  int size() {
    return end - at;
  }

  /** Whether the next element has this tag octet. */
  boolean peek(int tag) {
    return at < end && (data[at] & 0xff) == tag;
  }

  /** A copy of what is left. */
  byte[] bytes() {
    return Arrays.copyOfRange(data, at, end);
  }

  /** Whether what is left is the same as what is left of the other. */
  boolean sameBytes(DerReader other) {
    return Arrays.equals(data, at, end, other.data, other.at, other.end);
  }

  /** The next element, or null when it is not well formed. */
  @Nullable Element next() {
    if (size() < 2 || (data[at] & 0x1f) == 0x1f) {
      return null;
    }
    int octets = data[at + 1] >= 0 ? 0 : data[at + 1] & 0x7f;
    long length = octets == 0 ? data[at + 1] : longLength(octets);
    int from = at + 2 + octets;
    if (length < 0 || length > end - from) {
      return null;
    }
    int to = (int) (from + length);
    Element element =
        new Element(data[at] & 0xff, new DerReader(data, at, to), new DerReader(data, from, to));
    at = to;
    return element;
  }

  /** A length of the long form; -1 when it is cut off, too wide or not minimal. */
  private long longLength(int octets) {
    if (octets > 4 || size() < 2 + octets) {
      return -1;
    }
    long length = 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | (data[at + 2 + i] & 0xff);
    }
    boolean minimal = length >= 0x80 && length >> (8 * (octets - 1)) != 0;
    return minimal ? length : -1;
  }

  Element any(String error) throws GoError {
    Element element = next();
    if (element == null) {
      throw new GoError(error);
    }
    return element;
  }

  /** The content of the next element, which must have this tag octet. */
  DerReader read(int tag, String error) throws GoError {
    return element(tag, error).body;
  }

  /** The next element, which must have this tag octet. */
  Element element(int tag, String error) throws GoError {
    Element element = any(error);
    if (element.tag != tag) {
      throw new GoError(error);
    }
    return element;
  }

  /** The content of the next element when it has this tag octet, else null. */
  @Nullable DerReader optional(int tag, String error) throws GoError {
    return peek(tag) ? read(tag, error) : null;
  }

  BigInteger integer(String error) throws GoError {
    return integer(INTEGER, error);
  }

  BigInteger integer(int tag, String error) throws GoError {
    byte[] bytes = read(tag, error).bytes();
    boolean minimal =
        bytes.length == 1
            || (bytes.length > 1
                && !(bytes[0] == 0 && bytes[1] >= 0)
                && !(bytes[0] == -1 && bytes[1] < 0));
    if (!minimal) {
      throw new GoError(error);
    }
    return new BigInteger(bytes);
  }

  /** An integer that must fit in Go's 64-bit {@code int}. */
  long int64(int tag, String error) throws GoError {
    BigInteger value = integer(tag, error);
    if (value.bitLength() > 63) {
      throw new GoError(error);
    }
    return value.longValueExact();
  }

  boolean bool(String error) throws GoError {
    DerReader body = read(BOOLEAN, error);
    if (body.size() != 1 || (data[body.at] != 0 && data[body.at] != -1)) {
      throw new GoError(error);
    }
    return data[body.at] != 0;
  }

  String oid(String error) throws GoError {
    DerReader body = read(OBJECT_IDENTIFIER, error);
    try {
      return Base128.oid(data, body.at, body.end);
    } catch (GoError e) {
      throw new GoError(error);
    }
  }

  /**
   * A bit string's bits, moved so that padding is at the front, as keys and signatures are read.
   */
  byte[] bits(String error) throws GoError {
    byte[] bytes = read(BIT_STRING, error).bytes();
    int padding = bytes.length == 0 ? 8 : bytes[0] & 0xff;
    int last = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
    if (padding > 7
        || (bytes.length == 1 && padding > 0)
        || (bytes.length > 1 && (last & (1 << padding) - 1) != 0)) {
      throw new GoError(error);
    }
    byte[] bits = Arrays.copyOfRange(bytes, 1, bytes.length);
    for (int i = bits.length - 1; i >= 0 && padding > 0; i--) {
      int before = i == 0 ? 0 : bits[i - 1] & 0xff;
      bits[i] = (byte) (before << (8 - padding) | (bits[i] & 0xff) >> padding);
    }
    return bits;
  }
}
