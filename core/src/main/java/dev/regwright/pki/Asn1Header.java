package dev.regwright.pki;

/**
 * A tag and a length as Go's {@code encoding/asn1} reads them.
 *
 * @param tagClass 0 universal, 2 context-specific
 * @param length of the content, which may be longer than what is there
 * @param next offset of the content
 */
record Asn1Header(int tagClass, int tag, int length, boolean compound, int next) {
  private static final String TRUNCATED = "asn1: syntax error: truncated tag or length";

  static Asn1Header read(byte[] data, int from, int end) throws GoError {
    int first = data[from] & 0xff;
    int tag = first & 0x1f;
    int at = from + 1;
    if (tag == 0x1f) {
      Base128 number = Base128.read(data, at, end);
      tag = number.value();
      at = number.next();
      if (tag < 0x1f) {
        throw new GoError("asn1: syntax error: non-minimal tag");
      }
    }
    if (at >= end) {
      throw new GoError(TRUNCATED);
    }
    int octets = data[at] & 0x7f;
    boolean isLong = data[at++] < 0;
    int length = isLong ? longLength(data, at, octets, end) : octets;
    boolean compound = (first & 0x20) != 0;
    return new Asn1Header(first >> 6, tag, length, compound, isLong ? at + octets : at);
  }

  private static int longLength(byte[] data, int from, int octets, int end) throws GoError {
    if (octets == 0) {
      throw new GoError("asn1: syntax error: indefinite length found (not DER)");
    }
    int length = 0;
    for (int i = from; i < from + octets; i++) {
      if (i >= end) {
        throw new GoError(TRUNCATED);
      }
      if (length >= 1 << 23) {
        throw new GoError("asn1: structure error: length too large");
      }
      length = length << 8 | (data[i] & 0xff);
      if (length == 0) {
        throw new GoError("asn1: structure error: superfluous leading zeros in length");
      }
    }
    if (length < 0x80) {
      throw new GoError("asn1: structure error: non-minimal length");
    }
    return length;
  }

  /** As Go prints it inside a message. */
  String goText() {
    return "{class:%d tag:%d length:%d isCompound:%b}".formatted(tagClass, tag, length, compound);
  }
}
