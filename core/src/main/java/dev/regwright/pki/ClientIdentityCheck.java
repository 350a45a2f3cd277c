package dev.regwright.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code talosctl validate} says about {@code clientIdentity} of a {@code RegistryTLSConfig}.
 * Talos 1.12 and 1.13 parse the first block of both fields; from 1.14 on only the PEM shell is
 * looked at. In no version are certificate and key compared: see {@link KeyMatch}. An absent field
 * is the empty text.
 */
public final class ClientIdentityCheck {
  private static final String NO_BLOCK = "failed to parse PEM block";

  private ClientIdentityCheck() {}

  /** The two fields of a client identity. */
  public enum Field {
    /** {@code cert}. */
    CERTIFICATE,
    /** {@code key}. */
    KEY
  }

  /**
   * One complaint.
   *
   * @param field the field that must change
   * @param reason the part of the text that names the cause
   * @param upstream the whole line Talos prints
   */
  public record Problem(Field field, String reason, String upstream) {}

  /**
   * Talos 1.12 and 1.13 (registry_tls.go of those versions, with github.com/siderolabs/crypto/x509
   * GetCert and GetPrivateKey): at most one problem per field, the certificate first. The key must
   * be PKCS#8; the types of the blocks do not matter.
   */
  public static List<Problem> talos112(String certificate, String key) {
    List<Problem> problems = new ArrayList<>();
    String reason = certificateFault(certificate);
    if (!reason.isEmpty()) {
      String upstream = "client identity certificate is invalid: " + reason;
      problems.add(new Problem(Field.CERTIFICATE, reason, upstream));
    }
    reason = keyFault(key);
    if (!reason.isEmpty()) {
      problems.add(new Problem(Field.KEY, reason, "client identity key is invalid: " + reason));
    }
    return List.copyOf(problems);
  }

  private static String certificateFault(String text) {
    Optional<PemBlock> block = Pem.first(text);
    if (block.isEmpty()) {
      return NO_BLOCK;
    }
    String refusal = CaCheck.refusal(block.get());
    return refusal.isEmpty() ? "" : "failed to parse certificate: " + refusal;
  }

  private static String keyFault(String text) {
    Optional<PemBlock> block = Pem.first(text);
    if (block.isEmpty()) {
      return NO_BLOCK;
    }
    try {
      GoPrivateKey.pkcs8(block.get().der().shared());
      return "";
    } catch (GoError e) {
      return "failed to parse key: " + e.text();
    }
  }

  /**
   * Talos 1.14 and later (pkg/machinery/config/types/meta/certificate_key.go): at most one problem.
   * Every block of the certificate field must be a {@code CERTIFICATE}; any block at all will do
   * for the key.
   */
  public static List<Problem> talos114(String certificate, String key) {
    Field field = Field.CERTIFICATE;
    String reason = "";
    if (certificate.isEmpty()) {
      reason = "certificate is required";
    } else if (key.isEmpty()) {
      field = Field.KEY;
      reason = "key is required";
    } else {
      reason = shellFault(certificate);
      if (reason.isEmpty() && Pem.first(key).isEmpty()) {
        field = Field.KEY;
        reason = "key: no PEM blocks found";
      }
    }
    return reason.isEmpty()
        ? List.of()
        : List.of(new Problem(field, reason, "client identity: " + reason));
  }

  private static String shellFault(String certificate) {
    PemScanner scanner = new PemScanner(certificate);
    PemBlock block = scanner.next();
    if (block == null) {
      return "certificate: no PEM blocks found";
    }
    while (block != null) {
      if (!block.type().equals(PemBlock.CERTIFICATE)) {
        return "certificate: unexpected PEM block type "
            + GoText.quote(block.type())
            + ", expected one of [\"CERTIFICATE\"]";
      }
      block = scanner.next();
    }
    return "";
  }
}
