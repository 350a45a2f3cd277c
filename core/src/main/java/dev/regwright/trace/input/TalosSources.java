package dev.regwright.trace.input;

import dev.regwright.source.Span;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.EffectiveConfig.Origin;
import dev.regwright.trace.Sources;
import org.jspecify.annotations.Nullable;

/** Where the parts of a configuration stand, as the files it was read from tell. */
record TalosSources(EffectiveConfig effective) implements Sources {
  @Override
  public @Nullable Span mirror(String registry) {
    return name(effective.mirror(registry));
  }

  @Override
  public @Nullable Span endpoint(String registry, int index) {
    return effective.endpoint(registry, index);
  }

  @Override
  public @Nullable Span auth(String host) {
    return name(effective.auth(host));
  }

  @Override
  public @Nullable Span tls(String host) {
    return name(effective.tls(host));
  }

  private static @Nullable Span name(@Nullable Origin<?> origin) {
    return origin == null ? null : origin.name();
  }
}
