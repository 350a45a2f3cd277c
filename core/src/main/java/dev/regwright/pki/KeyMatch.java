package dev.regwright.pki;

import java.util.List;
import java.util.Optional;

/**
 * Whether a certificate and a private key belong together, as Go's {@code tls.X509KeyPair} ({@code
 * crypto/tls/tls.go}) decides it. Talos accepts any pair and fails at the first pull; containerd
 * fails to build its hosts.
 *
 * @param upstream Go's text, for instance {@code tls: private key does not match public key}; empty
 *     when they match
 */
public record KeyMatch(Outcome outcome, String upstream) {

  /** How the comparison ended. */
  public enum Outcome {
    /** The key is the certificate's. */
    MATCH,
    /** The key has another algorithm than the certificate. */
    OTHER_ALGORITHM,
    /** Same algorithm, another key. */
    OTHER_KEY,
    /** One side is missing, damaged, encrypted or of no use for TLS; {@link #upstream} tells. */
    UNUSABLE
  }

  /**
   * Compares the first certificate of one PEM text with the first private key of another; both may
   * be the same text.
   *
   * @param certificates leaf first, as in {@code clientIdentity.cert}
   */
  public static KeyMatch of(String certificates, String key) {
    try {
      PemBlock leaf = leaf(Pem.blocks(certificates));
      PemBlock keyBlock = keyBlock(Pem.blocks(key));
      PublicValue publicKey = GoCertificate.parse(leaf.der().shared()).key();
      return compare(publicKey, privateValue(keyBlock.der().shared()));
    } catch (GoError e) {
      return new KeyMatch(Outcome.UNUSABLE, e.text());
    }
  }

  private static KeyMatch compare(PublicValue leaf, PrivateValue key) throws GoError {
    if (leaf instanceof PublicValue.Other) {
      throw new GoError("tls: unknown public key algorithm");
    }
    if (!key.sameKind(leaf)) {
      return new KeyMatch(
          Outcome.OTHER_ALGORITHM, "tls: private key type does not match public key type");
    }
    return key.matches(leaf)
        ? new KeyMatch(Outcome.MATCH, "")
        : new KeyMatch(Outcome.OTHER_KEY, "tls: private key does not match public key");
  }

  private static PemBlock leaf(List<PemBlock> blocks) throws GoError {
    for (PemBlock block : blocks) {
      if (block.type().equals(PemBlock.CERTIFICATE)) {
        return block;
      }
    }
    String prefix = "tls: failed to find ";
    if (blocks.isEmpty()) {
      throw new GoError(prefix + "any PEM data in certificate input");
    }
    if (blocks.size() == 1 && blocks.get(0).type().endsWith(PemBlock.PRIVATE_KEY)) {
      throw new GoError(
          prefix
              + "certificate PEM data in certificate input, but did find a private key;"
              + " PEM inputs may have been switched");
    }
    throw new GoError(
        prefix
            + "\"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the"
            + " following types: "
            + types(blocks));
  }

  private static PemBlock keyBlock(List<PemBlock> blocks) throws GoError {
    for (PemBlock block : blocks) {
      if (block.isPrivateKey()) {
        return block;
      }
    }
    if (blocks.isEmpty()) {
      throw new GoError("tls: failed to find any PEM data in key input");
    }
    if (blocks.size() == 1 && blocks.get(0).type().equals(PemBlock.CERTIFICATE)) {
      throw new GoError(
          "tls: found a certificate rather than a key in the PEM for the private key");
    }
    throw new GoError(
        "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after"
            + " skipping PEM blocks of the following types: "
            + types(blocks));
  }

  private static String types(List<PemBlock> blocks) {
    return "[" + String.join(" ", blocks.stream().map(PemBlock::type).toList()) + "]";
  }

  /** Go tries the three forms in this order and forgets why each failed. */
  private static PrivateValue privateValue(byte[] der) throws GoError {
    for (KeyParser parser : List.<KeyParser>of(GoPrivateKey::pkcs1, GoPrivateKey::pkcs8)) {
      try {
        return usable(parser.parse(der));
      } catch (GoError e) {
        if (e.text().startsWith("tls: ")) {
          throw e;
        }
      }
    }
    try {
      return GoPrivateKey.sec1(Optional.empty(), der);
    } catch (GoError e) {
      throw new GoError("tls: failed to parse private key");
    }
  }

  private static PrivateValue usable(PrivateValue key) throws GoError {
    if (key instanceof PrivateValue.X25519) {
      throw new GoError("tls: found unknown private key type in PKCS#8 wrapping");
    }
    return key;
  }

  @FunctionalInterface
  private interface KeyParser {
    PrivateValue parse(byte[] der) throws GoError;
  }
}
