package dev.regwright.pki;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * A private key that Go accepts, reduced to what is needed to find its certificate. Never printed.
 */
sealed interface PrivateValue {

  /**
   * Whether the key is of the kind the certificate needs ({@code tls.X509KeyPair} asks this first).
   */
  boolean sameKind(PublicValue key);

  /** Whether the public half is {@code key}. */
  boolean matches(PublicValue key);

  /** An RSA key; only its public half is kept. */
  record Rsa(BigInteger modulus, long exponent) implements PrivateValue {
    @Override
    public boolean sameKind(PublicValue key) {
      return key instanceof PublicValue.Rsa;
    }

    @Override
    public boolean matches(PublicValue key) {
      return key.equals(new PublicValue.Rsa(modulus, exponent));
    }
  }

  /** An EC key on one of Go's curves. */
  record Ec(NistCurve curve, BigInteger secret) implements PrivateValue {
    @Override
    public boolean sameKind(PublicValue key) {
      return key instanceof PublicValue.Ec;
    }

    @Override
    public boolean matches(PublicValue key) {
      return key instanceof PublicValue.Ec ec
          && ec.curve() == curve
          && Arrays.equals(ec.point().shared(), curve.publicPoint(secret));
    }

    @Override
    public String toString() {
      return "Ec[" + curve + "]";
    }
  }

  /** An Ed25519 key. */
  record Ed25519(Der seed) implements PrivateValue {
    @Override
    public boolean sameKind(PublicValue key) {
      return key instanceof PublicValue.Ed25519;
    }

    @Override
    public boolean matches(PublicValue key) {
      byte[] own =
          new Ed25519PrivateKeyParameters(seed.shared(), 0).generatePublicKey().getEncoded();
      return key instanceof PublicValue.Ed25519 ed && Arrays.equals(ed.key().shared(), own);
    }
  }

  /** A key that Go parses but cannot use for TLS. */
  record X25519() implements PrivateValue {
    @Override
    public boolean sameKind(PublicValue key) {
      return false;
    }

    @Override
    public boolean matches(PublicValue key) {
      return false;
    }
  }
}
