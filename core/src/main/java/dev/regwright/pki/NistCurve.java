package dev.regwright.pki;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/**
 * The four elliptic curves Go's {@code crypto/x509} knows ({@code x509.go}, namedCurveFromOID).
 * Their numbers (FIPS 186) stand here so that checking a certificate does not load Bouncy Castle;
 * only arithmetic on points does.
 */
enum NistCurve {
  P224(
      "1.3.132.0.33",
      "secp224r1",
      "P224Element",
      "ffffffffffffffffffffffffffffffff000000000000000000000001",
      "b4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4",
      "ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d"),
  P256(
      "1.2.840.10045.3.1.7",
      "secp256r1",
      "P256 element",
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
      "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
  P384(
      "1.3.132.0.34",
      "secp384r1",
      "P384Element",
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe"
          + "ffffffff0000000000000000ffffffff",
      "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a"
          + "c656398d8a2ed19d2a85c8edd3ec2aef",
      "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
          + "581a0db248b0a77aecec196accc52973"),
  P521(
      "1.3.132.0.35",
      "secp521r1",
      "P521Element",
      "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109"
          + "e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
      "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "a51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409");

  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final String oid;
  private final String secName;
  private final String elementName;
  private final BigInteger prime;
  private final BigInteger coefficient;
  private final BigInteger order;

  NistCurve(String oid, String secName, String elementName, String p, String b, String n) {
    this.oid = oid;
    this.secName = secName;
    this.elementName = elementName;
    this.prime = new BigInteger(p, 16);
    this.coefficient = new BigInteger(b, 16);
    this.order = new BigInteger(n, 16);
  }

  static Optional<NistCurve> ofOid(String oid) {
    for (NistCurve curve : values()) {
      if (curve.oid.equals(oid)) {
        return Optional.of(curve);
      }
    }
    return Optional.empty();
  }

  String oid() {
    return oid;
  }

  /** {@code P-256} and so on. */
  String displayName() {
    return "P-" + name().substring(1);
  }

  /** The curve as Bouncy Castle has it. */
  X9ECParameters parameters() {
    return CustomNamedCurves.getByName(secName);
  }

  /** How many points there are, which is one more than the greatest private value. */
  BigInteger order() {
    return order;
  }

  /** The length of a private key in bytes. */
  int keyLength() {
    return (order.bitLength() + 7) / 8;
  }

  /**
   * Checks an uncompressed point as {@code ecdsa.ParseUncompressedPublicKey} does.
   *
   * @throws GoError with Go's text (of its amd64 and arm64 builds)
   */
  void checkPoint(byte[] point) throws GoError {
    if (point.length < 1 || point[0] != 4) {
      throw new GoError("ecdsa: invalid uncompressed public key");
    }
    int length = (prime.bitLength() + 7) / 8;
    if (point.length != 1 + 2 * length) {
      throw new GoError("invalid " + name() + " point encoding");
    }
    BigInteger x = new BigInteger(1, point, 1, length);
    BigInteger y = new BigInteger(1, point, 1 + length, length);
    if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
      throw new GoError("invalid " + elementName + " encoding");
    }
    BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(coefficient);
    if (y.multiply(y).subtract(right).mod(prime).signum() != 0) {
      throw new GoError(name() + " point not on curve");
    }
  }

  /** Checks a private value as {@code ecdsa.ParseRawPrivateKey} does. */
  void checkPrivate(BigInteger d) throws GoError {
    if (d.mod(order).signum() == 0) {
      throw new GoError("ecdsa: invalid public key encoding");
    }
    if (d.compareTo(order) > 0) {
      throw new GoError("input overflows the modulus");
    }
  }

  /** The uncompressed public point of a private value. */
  byte[] publicPoint(BigInteger d) {
    return parameters().getG().multiply(d).normalize().getEncoded(false);
  }
}
