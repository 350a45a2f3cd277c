package dev.regwright.preset;

import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a preset. All of it may be nonsense; the answer says so.
 *
 * @param host {@code [scheme://]host[:port]} of the product; null for the preset's own, if it has
 *     one
 * @param upstreams registries, aliases and groups, each registry with {@code =PLACE} if the product
 *     keeps it elsewhere than by default; empty for the preset's usual ones
 * @param options by name; see {@link Preset#options}
 * @param skipFallback whether the registries themselves are left out
 * @param talos the release that will pull
 */
public record PresetRequest(
    @Nullable String host,
    List<String> upstreams,
    Map<String, String> options,
    boolean skipFallback,
    TalosVersion talos) {
  /** Copies list and map, in their order. */
  public PresetRequest {
    upstreams = List.copyOf(upstreams);
    options = Map.copyOf(options);
  }

  /** Asks for the endpoints of these upstreams. */
  public static PresetRequest of(@Nullable String host, List<String> upstreams) {
    return new PresetRequest(host, upstreams, Map.of(), false, TalosReleases.byDefault());
  }

  /** The same with further upstreams. */
  public PresetRequest withUpstreams(String... more) {
    List<String> all = new ArrayList<>(upstreams);
    all.addAll(List.of(more));
    return new PresetRequest(host, all, options, skipFallback, talos);
  }

  /** The same with one option set. */
  public PresetRequest withOption(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(options);
    all.put(name, value);
    return new PresetRequest(host, upstreams, all, skipFallback, talos);
  }

  /** The same with or without the registries themselves. */
  public PresetRequest withSkipFallback(boolean skip) {
    return new PresetRequest(host, upstreams, options, skip, talos);
  }

  /** The same for another release. */
  public PresetRequest withTalos(TalosVersion version) {
    return new PresetRequest(host, upstreams, options, skipFallback, version);
  }
}
