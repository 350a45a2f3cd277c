package dev.regwright.pki;

/** The forms in which PEM texts carry keys. */
public enum KeyForm {
  /** Unencrypted PKCS#8, the one form every version of Talos and containerd reads. */
  PKCS8,
  /** An RSA key of PKCS#1, usually {@code RSA PRIVATE KEY}. */
  PKCS1,
  /** An EC key of SEC 1, usually {@code EC PRIVATE KEY}. */
  SEC1,
  /** PKCS#8 under a password, usually {@code ENCRYPTED PRIVATE KEY}. */
  ENCRYPTED_PKCS8,
  /** Any key under a password in the old OpenSSL way, with a {@code DEK-Info} header. */
  LEGACY_ENCRYPTED,
  /** A public key. */
  PUBLIC,
  /** Something else: a certificate, EC parameters, an OpenSSH or DSA key, damaged bytes. */
  OTHER;

  /** Whether Go could use the key for TLS, if nothing else is wrong with it. */
  public boolean isUsable() {
    return this == PKCS8 || this == PKCS1 || this == SEC1;
  }

  /** Whether a password is needed, which no program that reads registry configuration asks for. */
  public boolean isEncrypted() {
    return this == ENCRYPTED_PKCS8 || this == LEGACY_ENCRYPTED;
  }
}
