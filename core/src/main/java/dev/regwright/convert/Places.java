package dev.regwright.convert;

import dev.regwright.source.Span;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FlagLoss.Part;

/** Where the parts of a configuration stand, for what there is to say about them. */
@FunctionalInterface
public interface Places {
  /**
   * The place of a mirror, or of the credentials or TLS settings of a host.
   *
   * @param endpoint one endpoint of a mirror, counted from 0; -1 for all of it
   */
  Span of(Part part, String name, int endpoint);

  /** Everything stands nowhere but in what is called so. */
  static Places in(String name) {
    Span start = Span.startOf(name);
    return (part, entry, endpoint) -> start;
  }

  /** As it was read. */
  static Places of(EffectiveConfig config, String otherwise) {
    Span start = Span.startOf(otherwise);
    return (part, name, endpoint) -> {
      Span span = part == Part.MIRROR ? config.endpoint(name, endpoint) : null;
      EffectiveConfig.Origin<?> origin =
          switch (part) {
            case MIRROR -> config.mirror(name);
            case AUTH -> config.auth(name);
            case TLS -> config.tls(name);
          };
      return span != null ? span : origin == null ? start : origin.name();
    };
  }
}
