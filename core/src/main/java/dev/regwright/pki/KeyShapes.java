package dev.regwright.pki;

import dev.regwright.pki.Asn1Shape.Leaf;
import dev.regwright.pki.Asn1Shape.ListOf;
import dev.regwright.pki.Asn1Shape.Member;
import dev.regwright.pki.Asn1Shape.Struct;

/** The shapes of keys, with the type names that Go's messages show. */
final class KeyShapes {
  /** An algorithm and its parameters. */
  static final Struct ALGORITHM =
      new Struct("AlgorithmIdentifier", Member.of(Leaf.OID), Member.optional(Leaf.ANY));

  /** The shape of a PKCS#8 key ({@code crypto/x509/pkcs8.go}). */
  static final Struct PKCS8 =
      new Struct("pkcs8", Member.of(Leaf.INT), Member.of(ALGORITHM), Member.of(Leaf.OCTETS));

  /** The shape of an EC key of SEC 1 ({@code crypto/x509/sec1.go}). */
  static final Struct SEC1 =
      new Struct(
          "ecPrivateKey",
          Member.of(Leaf.INT),
          Member.of(Leaf.OCTETS),
          Member.explicit(Leaf.OID, 0),
          Member.explicit(Leaf.BITS, 1));

  /** The shape of an RSA key of PKCS#1 ({@code crypto/x509/pkcs1.go}). */
  static final Struct PKCS1 =
      new Struct(
          "pkcs1PrivateKey",
          Member.of(Leaf.INT),
          Member.of(Leaf.BIG_INT),
          Member.of(Leaf.INT),
          Member.of(Leaf.BIG_INT),
          Member.of(Leaf.BIG_INT),
          Member.of(Leaf.BIG_INT),
          Member.optional(Leaf.BIG_INT),
          Member.optional(Leaf.BIG_INT),
          Member.optional(Leaf.BIG_INT),
          Member.optional(
              new ListOf(
                  new Struct(
                      "pkcs1AdditionalRSAPrime",
                      Member.of(Leaf.BIG_INT),
                      Member.of(Leaf.BIG_INT),
                      Member.of(Leaf.BIG_INT)))));

  /** Any SubjectPublicKeyInfo. */
  static final Struct PUBLIC =
      new Struct("publicKeyInfo", Member.of(ALGORITHM), Member.of(Leaf.BITS));

  /** An RSA public key of PKCS#1. */
  static final Struct PKCS1_PUBLIC =
      new Struct("pkcs1PublicKey", Member.of(Leaf.BIG_INT), Member.of(Leaf.INT));

  /** An EncryptedPrivateKeyInfo of PKCS#8, which Go cannot read. */
  static final Struct ENCRYPTED =
      new Struct("encryptedPrivateKeyInfo", Member.of(ALGORITHM), Member.of(Leaf.OCTETS));

  private KeyShapes() {}
}
