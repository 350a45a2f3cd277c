package dev.regwright.talos;

/** Says why certificate data is refused, without quoting it. */
final class CertificateAdvice {
  private CertificateAdvice() {}

  static String ca(String text) {
    if (text.startsWith("LS0tLS1CRUdJTi")) {
      return "this is base64 of a PEM file, which machine.registries takes; a RegistryTLSConfig takes the PEM text itself";
    }
    return "give the PEM text of the CA in a literal block: ca: | and then -----BEGIN CERTIFICATE-----";
  }
}
