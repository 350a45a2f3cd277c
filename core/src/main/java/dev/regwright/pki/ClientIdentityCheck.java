package dev.regwright.pki;

/** Interim. */
public final class ClientIdentityCheck {
  private ClientIdentityCheck() {}

  /** Interim. */
  public static boolean isCertificateBundle(String text) {
    return Pem.blocks(text).stream().anyMatch(PemBlock::isPlainCertificate);
  }
}
