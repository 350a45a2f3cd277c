package dev.regwright.pki;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;

/**
 * The algorithm of a key.
 *
 * @param name {@code RSA}, {@code EC}, {@code Ed25519}, {@code Ed448}, {@code X25519}, {@code
 *     X448}, {@code DSA}, {@code RSASSA-PSS}, or an object identifier in dots
 * @param bits the size of an RSA modulus; 0 for all others
 * @param curve the curve of an EC key, {@code P-256} or for instance {@code secp256k1}; {@code
 *     explicit} when its numbers are spelled out, which Go does not read; empty for all others
 */
public record KeyAlgorithm(String name, int bits, String curve) {
  private static final String RSASSA_PSS = "1.2.840.113549.1.1.10";

  static KeyAlgorithm rsa(int bits) {
    return new KeyAlgorithm("RSA", bits, "");
  }

  static KeyAlgorithm ec(String curve) {
    return new KeyAlgorithm("EC", 0, curve);
  }

  /** The algorithm of a public key; the size of an RSA key is read from the key itself. */
  static KeyAlgorithm of(SubjectPublicKeyInfo key) {
    KeyAlgorithm algorithm = of(key.getAlgorithm());
    if (!algorithm.name.equals("RSA")) {
      return algorithm;
    }
    byte[] content = key.getPublicKeyData().getOctets();
    return Asn1Guard.read(content, RSAPublicKey::getInstance)
        .map(rsa -> rsa(rsa.getModulus().bitLength()))
        .orElse(algorithm);
  }

  /** The algorithm as an identifier names it, without a size. */
  static KeyAlgorithm of(AlgorithmIdentifier identifier) {
    String oid = identifier.getAlgorithm().getId();
    return switch (oid) {
      case GoCertificate.RSA -> rsa(0);
      case GoCertificate.EC -> ec(curve(X962Parameters.getInstance(identifier.getParameters())));
      case GoCertificate.DSA -> named("DSA");
      case GoCertificate.ED25519 -> named("Ed25519");
      case GoPrivateKey.X25519 -> named("X25519");
      case "1.3.101.111" -> named("X448");
      case "1.3.101.113" -> named("Ed448");
      case RSASSA_PSS -> named("RSASSA-PSS");
      default -> named(oid);
    };
  }

  private static KeyAlgorithm named(String name) {
    return new KeyAlgorithm(name, 0, "");
  }

  private static String curve(X962Parameters parameters) {
    return parameters.isNamedCurve()
        ? curve(ASN1ObjectIdentifier.getInstance(parameters.getParameters()))
        : "explicit";
  }

  /** NIST names for Go's curves, SEC and Brainpool names for others, else the object identifier. */
  static String curve(ASN1ObjectIdentifier oid) {
    return NistCurve.ofOid(oid.getId())
        .map(NistCurve::displayName)
        .orElseGet(
            () -> {
              String name = ECNamedCurveTable.getName(oid);
              return name == null ? oid.getId() : name;
            });
  }

  /** For messages: {@code RSA 2048}, {@code EC P-256}, {@code Ed25519}. */
  @Override
  public String toString() {
    return name + (bits > 0 ? " " + bits : "") + (curve.isEmpty() ? "" : " " + curve);
  }
}
