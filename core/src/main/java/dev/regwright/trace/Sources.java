package dev.regwright.trace;

import dev.regwright.source.Span;
import org.jspecify.annotations.Nullable;

/** Where the parts of a configuration stand; null for what stands nowhere. */
public interface Sources {
  /** For a configuration that was never written down. */
  Sources NONE =
      new Sources() {
        @Override
        public @Nullable Span mirror(String registry) {
          return null;
        }

        @Override
        public @Nullable Span endpoint(String registry, int index) {
          return null;
        }

        @Override
        public @Nullable Span auth(String host) {
          return null;
        }

        @Override
        public @Nullable Span tls(String host) {
          return null;
        }
      };

  /** The mirror of a registry. */
  @Nullable Span mirror(String registry);

  /** One endpoint of a mirror, counted from 0. */
  @Nullable Span endpoint(String registry, int index);

  /** The credentials for a host. */
  @Nullable Span auth(String host);

  /** The TLS settings for a host. */
  @Nullable Span tls(String host);
}
