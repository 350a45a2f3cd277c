package dev.regwright.trace;

import dev.regwright.model.GoPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One host a puller asks for the images of a registry.
 *
 * @param scheme the scheme it asks with, first or always
 * @param host host and port as the puller has them
 * @param basePath what the path of every request begins with, as the puller has it
 * @param prefix the URL before the repository, without a slash at its end
 * @param namespaced whether requests name the registry ({@code ?ns=})
 * @param capabilities what the host is asked for, sorted
 * @param httpFallback whether it is asked over plain HTTP when HTTPS does not work
 * @param auth the credentials for it
 * @param tls the TLS settings for it
 * @param role what it is to the registry
 * @param leaves whether a request to it leaves what the configuration calls its own: it goes to a
 *     registry itself, and the registry is neither a mirror for others nor on a private address
 * @param cause why it is asked
 * @param unsent why no request can be sent to it, as the puller says it, or null
 * @param notes what else there is to know
 * @param more what else may be set for it, to be told apart from others only
 */
public record Hop(
    String scheme,
    String host,
    String basePath,
    String prefix,
    boolean namespaced,
    List<String> capabilities,
    boolean httpFallback,
    AuthUse auth,
    TlsUse tls,
    Role role,
    boolean leaves,
    Cause cause,
    @Nullable String unsent,
    List<String> notes,
    Sealed more) {
  /** Copies the lists. */
  public Hop {
    capabilities = List.copyOf(capabilities);
    notes = List.copyOf(notes);
  }

  /** Whether it is asked for what a name stands for: a tag needs trust, a digest does not. */
  boolean resolves(boolean tag) {
    return capabilities.contains("pull") && (!tag || capabilities.contains("resolve"));
  }

  /** The base path, cleaned; empty when there is none. */
  public String path() {
    return basePath.isEmpty() ? "" : GoPath.clean(basePath);
  }

  /** Scheme, host and path, as containerd joins them. */
  String url() {
    return scheme + "://" + host + basePath;
  }

  @Override
  public String toString() {
    return url();
  }
}
