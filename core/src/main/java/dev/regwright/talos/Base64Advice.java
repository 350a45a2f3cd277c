package dev.regwright.talos;

/** Says what is wrong with legacy certificate data without quoting it. */
final class Base64Advice {
  private Base64Advice() {}

  static String message(String text) {
    return text.contains("-----BEGIN")
        ? "legacy certificate fields hold base64 of the PEM text, and this is the PEM text itself"
        : "Talos cannot decode this value: it is not strict base64";
  }

  static String help(String text) {
    if (text.contains("-----BEGIN")) {
      return "encode it (base64 -w0 FILE), or move it to a RegistryTLSConfig document, which takes PEM as it is";
    }
    if (text.indexOf(' ') >= 0) {
      return "remove the spaces: a folded block (>) joins lines with spaces, a literal one (|) does not";
    }
    return text.indexOf('-') >= 0 || text.indexOf('_') >= 0
        ? "this is the URL alphabet of base64; Talos takes the standard one (+ and /)"
        : "use standard base64 with its padding (=)";
  }
}
