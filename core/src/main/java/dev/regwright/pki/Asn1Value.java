package dev.regwright.pki;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** A decoded part of a private key. Holds secrets, so it has no text form of its own. */
final class Asn1Value {
  /** An optional member that was not there. */
  static final Asn1Value ABSENT = new Asn1Value(new byte[0], 0, 0, 0, List.of());

  private final byte[] data;
  private final int start;
  private final int from;
  private final int end;
  private final List<Asn1Value> parts;

  Asn1Value(byte[] data, int start, int from, int end, List<Asn1Value> parts) {
    this.data = data;
    this.start = start;
    this.from = from;
    this.end = end;
    this.parts = parts;
  }

  boolean isPresent() {
    return this != ABSENT;
  }

  /** The members of a struct or the elements of a list. */
  List<Asn1Value> parts() {
    return parts;
  }

  Asn1Value part(int index) {
    return parts.get(index);
  }

  /** The content. */
  byte[] bytes() {
    return Arrays.copyOfRange(data, from, end);
  }

  /** The element with its header; empty when absent. */
  byte[] whole() {
    return Arrays.copyOfRange(data, start, end);
  }

  BigInteger integer() {
    return new BigInteger(data, from, end - from);
  }

  String oid() throws GoError {
    return Base128.oid(data, from, end);
  }
}
