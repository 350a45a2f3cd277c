package dev.regwright.diff;

import dev.regwright.model.ImageParse;
import dev.regwright.model.ImageReference;
import dev.regwright.trace.NodeFacts;
import dev.regwright.trace.PullerTrace;
import dev.regwright.trace.Trace;
import dev.regwright.trace.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two configurations, by what nodes do.
 *
 * @param before the node of the old side
 * @param after the node of the new side
 * @param registries each registry either side names and the usual ones, by name, then images
 * @param applying what it takes to get from the one to the other
 * @param unmatched names in the configurations that no image can have as its registry
 */
public record Comparison(
    NodeFacts before,
    NodeFacts after,
    List<RegistryDiff> registries,
    Applying applying,
    List<String> unmatched) {
  private static final String EVERYTHING = "*";

  /** What most clusters pull from, whether their configuration names it or not. */
  private static final List<String> USUAL =
      List.of(EVERYTHING, "docker.io", "gcr.io", "ghcr.io", "quay.io", "registry.k8s.io");

  /** Copies the lists. */
  public Comparison {
    registries = List.copyOf(registries);
    unmatched = List.copyOf(unmatched);
  }

  /**
   * Compares.
   *
   * @param images images to compare besides; what is no image reference is left out
   */
  public static Comparison of(Tracer before, Tracer after, List<String> images) {
    SortedSet<String> names = new TreeSet<>(USUAL);
    names.addAll(before.facts().registries());
    names.addAll(after.facts().registries());
    Map<String, RegistryDiff> found = new TreeMap<>();
    List<String> unmatched = new ArrayList<>();
    for (String name : names) {
      String registry = name.equals(EVERYTHING) ? RegistryDiff.NOBODY : name;
      String image = registry + "/image:tag";
      if (ImageReference.parse(image) instanceof ImageParse.Ok ok
          && ok.image().registry().equals(registry)) {
        found.put(name, diff(name, null, before.trace(image), after.trace(image)));
      } else {
        unmatched.add(name);
      }
    }
    List<RegistryDiff> all = new ArrayList<>(found.values());
    all.addAll(images(before, after, images));
    return new Comparison(
        before.facts(), after.facts(), all, Applying.of(before.facts(), after.facts()), unmatched);
  }

  private static List<RegistryDiff> images(Tracer before, Tracer after, List<String> images) {
    Map<String, RegistryDiff> found = new LinkedHashMap<>();
    for (String image : images) {
      if (ImageReference.parse(image) instanceof ImageParse.Ok ok) {
        String name = ok.image().toString();
        RegistryDiff diff =
            diff(ok.image().registry(), name, before.trace(image), after.trace(image));
        found.put(name, diff);
      }
    }
    return new ArrayList<>(found.values());
  }

  private static RegistryDiff diff(String name, @Nullable String image, Trace before, Trace after) {
    PullerTrace old = before.machined();
    PullerTrace now = after.machined();
    return new RegistryDiff(
        name,
        image,
        old == null || now == null ? null : PullerDiff.between(old, now),
        PullerDiff.between(before.cri(), after.cri()));
  }

  /** Whether nodes do the same. */
  public boolean same() {
    for (RegistryDiff registry : registries) {
      if (!registry.same()) {
        return false;
      }
    }
    return true;
  }

  /** How many differ. */
  @Override
  public String toString() {
    int differing = 0;
    for (RegistryDiff registry : registries) {
      differing += registry.same() ? 0 : 1;
    }
    return differing + " of " + registries.size() + " differ";
  }
}
