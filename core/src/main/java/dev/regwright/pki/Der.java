package dev.regwright.pki;

import java.util.Arrays;

/**
 * Immutable bytes that may be a secret: a DER structure, or whatever a PEM block or a base64 text
 * held. The content can be asked for but is never printed; two values are equal when their bytes
 * are.
 */
public final class Der {
  private final byte[] bytes;

  private Der(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies {@code bytes}. */
  public static Der of(byte[] bytes) {
    return new Der(bytes.clone());
  }

  /** Takes over an array that nobody else will change. */
  static Der wrap(byte[] bytes) {
    return new Der(bytes);
  }

  /** A fresh copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** The number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** The bytes themselves, for readers inside this package that change nothing. */
  byte[] shared() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Der der && Arrays.equals(bytes, der.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Says how many bytes there are and nothing about them. */
  @Override
  public String toString() {
    return "Der[" + bytes.length + " bytes]";
  }
}
