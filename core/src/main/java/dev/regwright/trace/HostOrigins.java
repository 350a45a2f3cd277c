package dev.regwright.trace;

import dev.regwright.containerd.Resolution;
import dev.regwright.containerd.ResolvedHost;
import dev.regwright.source.Span;
import org.jspecify.annotations.Nullable;

/** Where the hosts containerd found come from, and what it logs in with. */
sealed interface HostOrigins permits TalosOrigins, FileOrigins {
  /** Why one of the hosts is asked. */
  Cause cause(Resolution resolution, int index);

  /** The credentials for one of the hosts. */
  AuthUse auth(Resolution resolution, ResolvedHost host);

  /** Where the TLS settings of one of the hosts stand. */
  @Nullable Span tls(Resolution resolution, ResolvedHost host);

  /** Why containerd sees no files at all, or null. */
  @Nullable String trouble();
}
