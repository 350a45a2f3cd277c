package dev.regwright.trace;

import dev.regwright.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The credentials a puller has for a host; never the credentials themselves.
 *
 * @param kind how it logs in when the host asks
 * @param from where the credentials stand; also of those that are of no use
 * @param trouble what goes wrong when the host asks for credentials, or null
 * @param secret the credentials, to be told apart from others only
 */
public record AuthUse(AuthKind kind, @Nullable Span from, @Nullable String trouble, Sealed secret) {
  /** No credentials. */
  public static final AuthUse NONE = new AuthUse(AuthKind.NONE, null, null, Sealed.NOTHING);
}
