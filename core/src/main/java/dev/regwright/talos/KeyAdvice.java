package dev.regwright.talos;

import dev.regwright.source.DidYouMean;
import dev.regwright.talos.Shape.Struct;
import org.jspecify.annotations.Nullable;

/** Says where an unknown key belongs, or what it was meant to be. */
final class KeyAdvice {
  private static final int LONGEST = 40;

  private KeyAdvice() {}

  /** A key as we show it: long ones are cut. */
  static String quotable(String key) {
    return key.length() <= LONGEST ? key : key.substring(0, LONGEST) + "…";
  }

  static String message(String key, Struct struct) {
    return switch (struct.goType()) {
      case "cri.RegistryMirrorConfigV1Alpha1" -> "RegistryMirrorConfig has no key " + key;
      case "cri.RegistryAuthConfigV1Alpha1" -> "RegistryAuthConfig has no key " + key;
      case "cri.RegistryTLSConfigV1Alpha1" -> "RegistryTLSConfig has no key " + key;
      case "cri.RegistryEndpoint" -> "an endpoint has no key " + key;
      case "v1alpha1.Config" -> "a machine configuration has no key " + key;
      default -> "Talos knows no key " + key + " here";
    };
  }

  static @Nullable String help(String key, Struct struct) {
    String type = struct.goType();
    if (key.equals("$patch")) {
      return "$patch is for patches only: apply this file with --patch, or remove the key";
    }
    if (key.equals("<<")) {
      return "Talos refuses merge keys here: repeat the keys, or use an alias for a whole value";
    }
    if (type.equals("v1alpha1.Config") && (key.equals("apiVersion") || key.equals("name"))) {
      return "without a kind Talos takes the document for a machine configuration: add kind: …";
    }
    if (key.equals("overridePath") && type.equals("cri.RegistryMirrorConfigV1Alpha1")) {
      return "overridePath belongs to each endpoint, beside its url";
    }
    if (key.equals("crt") && type.equals("meta.CertificateAndKey")) {
      return "in documents the key is cert, and its value is PEM text, not base64";
    }
    if (key.equals("cert") && type.equals("x509.PEMEncodedCertificateAndKey")) {
      return "in machine.registries the key is crt, and its value is base64 of the PEM text";
    }
    return DidYouMean.closest(key, struct.fields().keySet())
        .map(word -> "did you mean " + word + "?")
        .orElse(null);
  }
}
