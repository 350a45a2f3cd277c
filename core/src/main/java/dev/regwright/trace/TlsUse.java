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
 */
public record TlsUse(boolean ca, boolean client, boolean skipVerify, @Nullable Span from) {
  /** No settings. */
  public static final TlsUse NONE = new TlsUse(false, false, false, null);

  /** Whether there are none. */
  public boolean isEmpty() {
    return !ca && !client && !skipVerify;
  }
}
