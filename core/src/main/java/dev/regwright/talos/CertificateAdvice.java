package dev.regwright.talos;

import dev.regwright.pki.Pem;
import dev.regwright.pki.PemTrouble;

/** Says why certificates and keys are refused, without quoting them. */
final class CertificateAdvice {
  private CertificateAdvice() {}

  static String ca(String text) {
    return hint(text) + "; give the PEM text of the CA in a literal block (ca: |)";
  }

  static String certificate(String text) {
    return text.isEmpty()
        ? "clientIdentity needs both cert and key, each as PEM text"
        : hint(text)
            + "; give the PEM text of the certificate, and of nothing else, in a literal block (cert: |)";
  }

  static String key(String text) {
    if (text.isEmpty()) {
      return "clientIdentity needs both cert and key, each as PEM text";
    }
    return Pem.first(text).isPresent()
        ? "Talos before 1.14 takes PKCS#8 keys only: convert it with openssl pkcs8 -topk8 -nocrypt"
        : hint(text) + "; give the PEM text of the key in a literal block (key: |)";
  }

  private static String hint(String text) {
    return PemTrouble.ofCertificates(text)
        .map(PemTrouble::hint)
        .orElse("there is something else in it");
  }
}
