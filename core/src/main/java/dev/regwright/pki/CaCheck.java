package dev.regwright.pki;

import java.util.List;

/**
 * Whether Talos takes a {@code ca}: as Go's {@code CertPool.AppendCertsFromPEM} does, it wants one
 * {@code CERTIFICATE} block without headers that {@code x509.ParseCertificate} accepts, and passes
 * over everything else. The empty text means "not set" to Talos and is for the caller to skip.
 */
public final class CaCheck {
  /**
   * What Talos prints when {@link #accepts} is false
   * (pkg/machinery/config/types/cri/registry_tls.go).
   */
  public static final String ERROR = "ca must be a valid PEM-encoded certificate";

  private CaCheck() {}

  /** Whether at least one certificate would be added to the pool. */
  public static boolean accepts(String text) {
    PemScanner scanner = new PemScanner(text);
    PemBlock block = scanner.next();
    while (block != null) {
      if (isAccepted(block)) {
        return true;
      }
      block = scanner.next();
    }
    return false;
  }

  /** The blocks that would be added to the pool, in order. */
  public static List<PemBlock> accepted(String text) {
    return Pem.blocks(text).stream().filter(CaCheck::isAccepted).toList();
  }

  private static boolean isAccepted(PemBlock block) {
    return block.isPlainCertificate() && refusal(block).isEmpty();
  }

  /**
   * Go's text for a block that {@code x509.ParseCertificate} refuses, whatever the block's type;
   * empty when it takes it.
   */
  public static String refusal(PemBlock block) {
    try {
      GoCertificate.parse(block.der().shared());
      return "";
    } catch (GoError e) {
      return e.text();
    }
  }
}
