package dev.regwright.generate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product asked for; all of it may be nonsense.
 *
 * @param id of the preset
 * @param host where nodes reach the product; null for its own host, if it has one
 * @param upstreams what it mirrors; see {@link dev.regwright.preset.PresetRequest}
 * @param options the preset's own
 */
public record PresetWish(
    String id, @Nullable String host, List<String> upstreams, Map<String, String> options) {
  /** Copies list and map. */
  public PresetWish {
    upstreams = List.copyOf(upstreams);
    options = Map.copyOf(options);
  }

  /** Shows no host: somebody may have put a password into it. */
  @Override
  public String toString() {
    return id;
  }
}
