package dev.regwright.pki;

import java.math.BigInteger;

/** The public key inside a certificate, as far as Go's TLS code can use it. */
sealed interface PublicValue {

  /** An RSA key. */
  record Rsa(BigInteger modulus, long exponent) implements PublicValue {}

  /** An EC key on one of Go's curves, as an uncompressed point. */
  record Ec(NistCurve curve, Der point) implements PublicValue {}

  /** An Ed25519 key. */
  record Ed25519(Der key) implements PublicValue {}

  /** Any other key; Go reads the certificate but cannot use it for TLS. */
  record Other(String algorithm) implements PublicValue {}
}
