package dev.regwright.pki;

/**
 * A base 128 number as object identifiers and long tags use them, with the limits of Go's {@code
 * encoding/asn1}.
 */
record Base128(int value, int next) {

  /**
   * Reads one number.
   *
   * @throws GoError when it is cut off, starts with a zero group, or does not fit in 31 bits
   */
  static Base128 read(byte[] data, int at, int end) throws GoError {
    long value = 0;
    for (int i = at; i < end; i++) {
      if (i - at == 5) {
        throw new GoError("asn1: structure error: base 128 integer too large");
      }
      int octet = data[i] & 0xff;
      if (i == at && octet == 0x80) {
        throw new GoError("asn1: syntax error: integer is not minimally encoded");
      }
      value = value << 7 | (octet & 0x7f);
      if (octet < 0x80) {
        if (value > Integer.MAX_VALUE) {
          throw new GoError("asn1: structure error: base 128 integer too large");
        }
        return new Base128((int) value, i + 1);
      }
    }
    throw new GoError("asn1: syntax error: truncated base 128 integer");
  }

  /** The dotted form of the content of an object identifier. */
  static String oid(byte[] data, int from, int end) throws GoError {
    if (from == end) {
      throw new GoError("asn1: syntax error: zero length OBJECT IDENTIFIER");
    }
    Base128 arc = read(data, from, end);
    int first = Math.min(arc.value / 40, 2);
    StringBuilder dotted =
        new StringBuilder().append(first).append('.').append(arc.value - 40 * first);
    while (arc.next < end) {
      arc = read(data, arc.next, end);
      dotted.append('.').append(arc.value);
    }
    return dotted.toString();
  }
}
