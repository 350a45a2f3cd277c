package dev.regwright.pki;

import java.math.BigInteger;
import java.util.List;

/**
 * The arithmetic Go demands of an RSA private key since Go 1.24 ({@code
 * crypto/internal/fips140/rsa/rsa.go} and, for more than two primes, {@code crypto/rsa/rsa.go}).
 * Nothing is tested for being prime, there as here.
 *
 * @param crt the CRT values dP, dQ and qInv that are present; Go recomputes all of them unless all
 *     three are
 */
record GoRsa(
    BigInteger modulus,
    long exponent,
    BigInteger privateExponent,
    List<BigInteger> primes,
    List<BigInteger> crt) {

  /**
   * Keys with longer numbers are taken as they are: nobody has one, and checking them could take
   * minutes.
   */
  private static final int MAX_BITS = 16384;

  private static final String OVERFLOW = "input overflows the modulus";

  /** Throws Go's error when the numbers do not form a key. */
  void check() throws GoError {
    boolean huge = primes.stream().anyMatch(p -> p.bitLength() > MAX_BITS);
    if (huge || modulus.bitLength() > MAX_BITS) {
      return;
    }
    if (primes.size() > 2) {
      requireModulus(modulus);
      requireBelow(privateExponent, modulus);
      checkPublic();
      checkManyPrimes();
    } else {
      checkTwoPrimes(primes.get(0), primes.get(1));
    }
  }

  private void checkPublic() throws GoError {
    if (!modulus.testBit(0)) {
      throw fail("public modulus is even");
    }
    if (exponent < 2) {
      throw fail("public exponent too small or negative");
    }
    if (exponent % 2 == 0) {
      throw fail("public exponent is even");
    }
    if (exponent > Integer.MAX_VALUE) {
      throw fail("public exponent too large");
    }
  }

  private void checkManyPrimes() throws GoError {
    BigInteger product = BigInteger.ONE;
    for (BigInteger prime : primes) {
      if (prime.equals(BigInteger.ONE)) {
        throw fail("prime factor is <= 1");
      }
    }
    for (BigInteger prime : primes) {
      if (!product.gcd(prime).equals(BigInteger.ONE)) {
        throw fail("prime factors are not relatively prime");
      }
      product = product.multiply(prime);
      if (product.bitLength() > 4 * MAX_BITS) {
        return;
      }
    }
  }

  private void checkTwoPrimes(BigInteger p, BigInteger q) throws GoError {
    requireModulus(modulus);
    requireModulus(p);
    requireModulus(q);
    requireBelow(privateExponent, modulus);
    BigInteger p1 = p.subtract(BigInteger.ONE);
    BigInteger q1 = q.subtract(BigInteger.ONE);
    boolean given = crt.size() == 3;
    if (given) {
      requireBelow(crt.get(2), p);
    } else {
      requireModulus(p1);
      requireModulus(q1);
      if (!p.testBit(0)) {
        throw fail("p is even");
      }
    }
    checkPublic();
    checkProduct(p, q);
    BigInteger dP = given ? crt.get(0) : privateExponent.mod(p1);
    BigInteger dQ = given ? crt.get(1) : privateExponent.mod(q1);
    checkExponent(dP, p1);
    checkExponent(dQ, q1);
    BigInteger qInv = given ? crt.get(2) : q.modPow(p.subtract(BigInteger.TWO), p);
    if (!q.multiply(qInv).mod(p).equals(BigInteger.ONE)) {
      throw fail("invalid CRT coefficient");
    }
    if (!privateExponent.mod(p1).equals(dP)) {
      throw fail("d does not match dP");
    }
    if (!privateExponent.mod(q1).equals(dQ)) {
      throw fail("d does not match dQ");
    }
    checkStrength(p, q);
  }

  private void checkProduct(BigInteger p, BigInteger q) throws GoError {
    if (p.compareTo(modulus) >= 0 || q.compareTo(modulus) >= 0) {
      throw fail("invalid prime");
    }
    if (p.multiply(q).mod(modulus).signum() != 0) {
      throw fail("p * q != n");
    }
  }

  private void checkExponent(BigInteger d, BigInteger primeMinusOne) throws GoError {
    if (primeMinusOne.equals(BigInteger.ONE)) {
      throw fail("invalid prime");
    }
    boolean inverse =
        d.multiply(BigInteger.valueOf(exponent)).mod(primeMinusOne).equals(BigInteger.ONE);
    if (d.compareTo(primeMinusOne) >= 0 || !inverse) {
      throw fail("invalid CRT exponent");
    }
  }

  /** Primes too near to each other and small private exponents give the key away. */
  private void checkStrength(BigInteger p, BigInteger q) throws GoError {
    int half = modulus.bitLength() / 2;
    if (p.equals(q)) {
      throw fail("p == q");
    }
    if (p.subtract(q).abs().bitLength() <= half - 100) {
      throw fail("|p - q| too small");
    }
    if (privateExponent.bitLength() <= half) {
      throw fail("d too small");
    }
  }

  private static void requireModulus(BigInteger value) throws GoError {
    if (value.compareTo(BigInteger.ONE) <= 0) {
      throw new GoError("modulus must be > 1");
    }
  }

  private static void requireBelow(BigInteger value, BigInteger limit) throws GoError {
    int room = (limit.bitLength() + 63) / 64 * 64;
    if ((value.bitLength() + 7) / 8 * 8 > room) {
      throw new GoError(OVERFLOW + " size");
    }
    if (value.compareTo(limit) >= 0) {
      throw new GoError(OVERFLOW);
    }
  }

  private static GoError fail(String text) {
    return new GoError("crypto/rsa: " + text);
  }

  /** Says nothing about the numbers. */
  @Override
  public String toString() {
    return "GoRsa[" + modulus.bitLength() + " bits]";
  }
}
