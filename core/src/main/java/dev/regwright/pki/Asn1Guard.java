package dev.regwright.pki;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The gate in front of Bouncy Castle, whose readers recurse and throw many kinds of exceptions:
 * only a complete tree of definite lengths and modest depth is handed over, and whatever is thrown
 * becomes an empty answer.
 */
final class Asn1Guard {
  private static final int MAX_DEPTH = 32;

  /** No real certificate or key comes near; some readers take quadratic time. */
  private static final int MAX_SIZE = 1 << 16;

  private Asn1Guard() {}

  /**
   * Applies a Bouncy Castle reader; empty when the bytes are not a DER tree or the reader gives
   * nothing.
   */
  static <T> Optional<T> read(byte[] der, Function<byte[], @Nullable T> reader) {
    if (der.length > MAX_SIZE || !isTree(der)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(reader.apply(der));
    } catch (RuntimeException refused) {
      return Optional.empty();
    }
  }

  /**
   * Whether the bytes are one element made of elements, to a limited depth. Linear, without
   * recursion.
   */
  static boolean isTree(byte[] der) {
    int[] ends = new int[MAX_DEPTH];
    int depth = 0;
    ends[0] = der.length;
    int at = 0;
    while (at < der.length) {
      Asn1Header header;
      try {
        header = Asn1Header.read(der, at, ends[depth]);
      } catch (GoError e) {
        return false;
      }
      boolean fits = header.length() <= ends[depth] - header.next();
      if (!fits || (at == 0 && header.next() + header.length() < der.length)) {
        return false;
      }
      at = header.next();
      if (header.compound()) {
        if (++depth == MAX_DEPTH) {
          return false;
        }
        ends[depth] = at + header.length();
      } else {
        at += header.length();
      }
      while (depth > 0 && at == ends[depth]) {
        depth--;
      }
    }
    return der.length > 0;
  }
}
