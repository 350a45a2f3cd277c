package dev.regwright.pki;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers what Go's private key parsers would ({@code crypto/x509}: {@code pkcs8.go}, {@code
 * pkcs1.go}, {@code sec1.go}): the key, or the error text with its hint at the right parser.
 */
final class GoPrivateKey {
  static final String X25519 = "1.3.101.110";

  private static final String USE =
      "x509: failed to parse private key (use %s instead for this key format)";
  private static final String USE_PKCS1 = USE.formatted("ParsePKCS1PrivateKey");
  private static final String USE_PKCS8 = USE.formatted("ParsePKCS8PrivateKey");
  private static final String USE_SEC1 = USE.formatted("ParseECPrivateKey");

  private GoPrivateKey() {}

  /** {@code x509.ParsePKCS8PrivateKey}, the only form Talos 1.12 and 1.13 take. */
  static PrivateValue pkcs8(byte[] der) throws GoError {
    Asn1Value key;
    try {
      key = GoAsn1.decode(KeyShapes.PKCS8, der);
    } catch (GoError e) {
      if (GoAsn1.fits(KeyShapes.SEC1, der)) {
        throw new GoError(USE_SEC1);
      }
      if (GoAsn1.fits(KeyShapes.PKCS1, der)) {
        throw new GoError(USE_PKCS1);
      }
      throw e;
    }
    Asn1Value algorithm = key.part(1);
    String oid = algorithm.part(0).oid();
    Asn1Value parameters = algorithm.part(1);
    byte[] content = key.part(2).bytes();
    return switch (oid) {
      case GoCertificate.RSA -> embeddedRsa(content);
      case GoCertificate.EC -> embeddedEc(parameters, content);
      case GoCertificate.ED25519 ->
          new PrivateValue.Ed25519(Der.wrap(raw("Ed25519", parameters, content)));
      case X25519 -> x25519(parameters, content);
      default ->
          throw new GoError(
              "x509: PKCS#8 wrapping contained private key with unknown algorithm: " + oid);
    };
  }

  private static PrivateValue embeddedRsa(byte[] content) throws GoError {
    try {
      return pkcs1(content);
    } catch (GoError e) {
      throw new GoError("x509: failed to parse RSA private key embedded in PKCS#8: " + e.text());
    }
  }

  private static PrivateValue embeddedEc(Asn1Value parameters, byte[] content) throws GoError {
    try {
      return sec1(namedCurve(parameters), content);
    } catch (GoError e) {
      throw new GoError("x509: failed to parse EC private key embedded in PKCS#8: " + e.text());
    }
  }

  /** The curve named beside the key; empty when it is missing or spelled out. */
  private static Optional<String> namedCurve(Asn1Value parameters) {
    try {
      byte[] whole = parameters.whole();
      Asn1Value named = GoAsn1.decode(Asn1Shape.Leaf.OID, whole);
      return Optional.of(named.oid());
    } catch (GoError e) {
      return Optional.empty();
    }
  }

  /** The octets of a key of RFC 8410; Go has the same three errors for Ed25519 and X25519. */
  private static byte[] raw(String name, Asn1Value parameters, byte[] content) throws GoError {
    if (parameters.isPresent()) {
      throw new GoError("x509: invalid " + name + " private key parameters");
    }
    byte[] octets;
    try {
      octets = GoAsn1.decode(Asn1Shape.Leaf.OCTETS, content).bytes();
    } catch (GoError e) {
      throw new GoError("x509: invalid " + name + " private key: " + e.text());
    }
    if (name.equals("Ed25519") && octets.length != 32) {
      throw new GoError("x509: invalid Ed25519 private key length: " + octets.length);
    }
    return octets;
  }

  private static PrivateValue x25519(Asn1Value parameters, byte[] content) throws GoError {
    if (raw("X25519", parameters, content).length != 32) {
      throw new GoError("crypto/ecdh: invalid private key size");
    }
    return new PrivateValue.X25519();
  }

  /** {@code x509.ParsePKCS1PrivateKey}. */
  static PrivateValue pkcs1(byte[] der) throws GoError {
    Asn1Value key;
    try {
      key = GoAsn1.decode(KeyShapes.PKCS1, der);
    } catch (GoError e) {
      if (GoAsn1.fits(KeyShapes.SEC1, der)) {
        throw new GoError(USE_SEC1);
      }
      if (GoAsn1.fits(KeyShapes.PKCS8, der)) {
        throw new GoError(USE_PKCS8);
      }
      throw e;
    }
    if (GoAsn1.length(der) < der.length) {
      throw new GoError("asn1: syntax error: trailing data");
    }
    if (key.part(0).integer().compareTo(BigInteger.ONE) > 0) {
      throw new GoError("x509: unsupported private key version");
    }
    GoRsa rsa = rsa(key);
    rsa.check();
    return new PrivateValue.Rsa(rsa.modulus(), rsa.exponent());
  }

  /** The numbers of an RSA key, which must all be positive. */
  private static GoRsa rsa(Asn1Value key) throws GoError {
    List<BigInteger> crt = new ArrayList<>();
    for (int i = 1; i < 9; i++) {
      boolean exponent = i == 2;
      if (!exponent && key.part(i).isPresent() && key.part(i).integer().signum() <= 0) {
        throw new GoError("x509: private key contains zero or negative value");
      }
      if (i > 5 && key.part(i).isPresent()) {
        crt.add(key.part(i).integer());
      }
    }
    List<BigInteger> primes =
        new ArrayList<>(List.of(key.part(4).integer(), key.part(5).integer()));
    for (Asn1Value additional : key.part(9).parts()) {
      BigInteger prime = additional.part(0).integer();
      if (prime.signum() <= 0) {
        throw new GoError("x509: private key contains zero or negative prime");
      }
      primes.add(prime);
    }
    long exponent = key.part(2).integer().longValueExact();
    return new GoRsa(key.part(1).integer(), exponent, key.part(3).integer(), primes, crt);
  }

  /**
   * {@code x509.ParseECPrivateKey}.
   *
   * @param curve the curve named outside the key, which then counts instead of the one inside
   */
  static PrivateValue sec1(Optional<String> curve, byte[] der) throws GoError {
    Asn1Value key;
    try {
      key = GoAsn1.decode(KeyShapes.SEC1, der);
    } catch (GoError e) {
      if (GoAsn1.fits(KeyShapes.PKCS8, der)) {
        throw new GoError(USE_PKCS8);
      }
      if (GoAsn1.fits(KeyShapes.PKCS1, der)) {
        throw new GoError(USE_PKCS1);
      }
      throw new GoError("x509: failed to parse EC private key: " + e.text());
    }
    if (!key.part(0).integer().equals(BigInteger.ONE)) {
      throw new GoError("x509: unknown EC private key version " + key.part(0).integer());
    }
    String inside = key.part(2).isPresent() ? key.part(2).oid() : "";
    NistCurve known =
        NistCurve.ofOid(curve.orElse(inside))
            .orElseThrow(() -> new GoError("x509: unknown elliptic curve"));
    BigInteger secret = new BigInteger(1, key.part(1).bytes());
    if (secret.bitLength() > 8 * known.keyLength()) {
      throw new GoError("x509: invalid private key length");
    }
    known.checkPrivate(secret);
    return new PrivateValue.Ec(known, secret);
  }
}
