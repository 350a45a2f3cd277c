package dev.regwright.preset;

import dev.regwright.preset.UpstreamReader.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The upstreams asked for, without those the product cannot mirror. One that was named is refused,
 * one that only came with a group is left out.
 */
final class Selection {
  private final Preset preset;
  private final PresetRequest request;
  private final Host host;
  private final List<String> notes = new ArrayList<>();

  Selection(Preset preset, PresetRequest request, Host host) {
    this.preset = preset;
    this.request = request;
    this.host = host;
  }

  /** What was decided, once {@link #wanted} is done. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  List<Wanted> wanted() throws RefusedException {
    List<Wanted> served = new ArrayList<>();
    Map<String, List<String>> leftOut = new LinkedHashMap<>();
    for (Wanted one : read()) {
      String reason = cannotServe(one.upstream());
      if (reason == null) {
        served.add(one);
      } else if (one.named()) {
        throw refusal(one.upstream(), reason);
      } else {
        leftOut.computeIfAbsent(reason, r -> new ArrayList<>()).add(one.upstream().name());
      }
    }
    leftOut.forEach(
        (reason, names) ->
            notes.add("Left out %s: %s.".formatted(String.join(", ", names), reason)));
    if (served.isEmpty()) {
      throw new RefusedException(
          "%s can mirror none of these registries".formatted(preset.title()),
          "choose another product");
    }
    return served;
  }

  private List<Wanted> read() throws RefusedException {
    if (preset.replacesUpstream() && !request.upstreams().isEmpty()) {
      throw new RefusedException(
          "the preset %s mirrors nothing, it is a registry itself".formatted(preset.id()),
          "leave upstreams out, or choose the preset distribution");
    }
    boolean usual = request.upstreams().isEmpty();
    UpstreamReader reader = new UpstreamReader(request.talos());
    for (String word : usual ? preset.usualUpstreams(host) : request.upstreams()) {
      reader.read(word);
    }
    notes.addAll(reader.notes());
    return reader.wanted();
  }

  private @Nullable String cannotServe(Upstream upstream) {
    if (upstream.isEvery()) {
      return preset.servesEveryRegistry()
          ? null
          : preset.title() + " ignores the ns parameter and cannot know where an image is from";
    }
    String authority = host.authority();
    boolean itself = authority.equals(upstream.name()) || authority.equals(upstream.apiHost());
    return itself && !preset.replacesUpstream()
        ? "a registry does not mirror itself"
        : preset.cannotServe(upstream);
  }

  private static RefusedException refusal(Upstream upstream, String reason) {
    return upstream.isEvery()
        ? new RefusedException(
            "the mirror * is not possible: " + reason,
            "name the registries, or the groups common or wide")
        : new RefusedException(
            upstream.name() + " is not possible: " + reason,
            "leave it out, or mirror it with another product");
  }
}
