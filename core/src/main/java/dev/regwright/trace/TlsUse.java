package dev.regwright.trace;

import dev.regwright.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The TLS settings a puller has for a host.
 *
 * @param ca whether it trusts certificates named for this host
 * @param client whether it shows a certificate of its own
 * @param skipVerify whether it checks no certificates
 * @param from where the settings stand, or null
 * @param secret the certificates and keys, to be told apart from others only
 */
public record TlsUse(
    boolean ca, boolean client, boolean skipVerify, @Nullable Span from, Sealed secret) {
  /** No settings. */
  public static final TlsUse NONE = new TlsUse(false, false, false, null, Sealed.NOTHING);

  /** Whether there are none. */
  public boolean isEmpty() {
    return !ca && !client && !skipVerify;
  }
}
