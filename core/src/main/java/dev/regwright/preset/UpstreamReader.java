package dev.regwright.preset;

import dev.regwright.model.TalosVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the words for upstreams: a registry, an alias or a group, a registry with its place. */
final class UpstreamReader {
  private final Map<String, List<String>> groups;
  private final Map<Upstream, Wanted> wanted = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  UpstreamReader(TalosVersion talos) {
    groups = Upstreams.groups(talos);
  }

  /**
   * An upstream asked for.
   *
   * @param place where the product keeps it; null for the usual place
   * @param named whether it was named itself, and not only as one of a group
   */
  record Wanted(Upstream upstream, @Nullable String place, boolean named) {}

  void read(String word) throws RefusedException {
    int equals = word.indexOf('=');
    String name = (equals < 0 ? word : word.substring(0, equals)).strip();
    String place = equals < 0 ? null : word.substring(equals + 1).strip();
    List<String> group = groups.get(name);
    if (group == null) {
      add(new Wanted(upstream(name), place, true));
      return;
    }
    if (place != null) {
      throw new RefusedException(
          "%s is a group and has no place of its own".formatted(name),
          "name the registry beside it, as in docker.io=PLACE");
    }
    for (String member : group) {
      add(new Wanted(new Upstream(member), null, false));
    }
  }

  List<Wanted> wanted() {
    return List.copyOf(wanted.values());
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  private void add(Wanted more) throws RefusedException {
    Wanted known = wanted.get(more.upstream());
    if (known == null) {
      wanted.put(more.upstream(), more);
      return;
    }
    String place = known.place() == null ? more.place() : known.place();
    if (more.place() != null && !more.place().equals(place)) {
      throw new RefusedException(
          "%s is named with two places".formatted(more.upstream().name()), "name it once");
    }
    wanted.put(more.upstream(), new Wanted(more.upstream(), place, known.named() || more.named()));
  }

  private Upstream upstream(String written) throws RefusedException {
    if (written.equals("*")) {
      return Upstream.EVERY;
    }
    String name = written.toLowerCase(Locale.ROOT);
    String canonical = Upstreams.aliases().get(name);
    if (canonical != null) {
      notes.add("%s stands for %s, the name images have.".formatted(name, canonical));
      return new Upstream(canonical);
    }
    return new Upstream(registry(name));
  }

  /** Names without dot or port are namespaces of Docker Hub to image references. */
  private String registry(String name) throws RefusedException {
    if (name.contains("://") || name.contains("/")) {
      throw new RefusedException(
          "an upstream is named as in image references, without scheme and path",
          "name the part before the first slash, as in ghcr.io");
    }
    String checked = Host.ofAuthority("https", name).authority();
    String near = near(checked);
    boolean isRegistry =
        checked.contains(".") || checked.contains(":") || checked.equals("localhost");
    if (!isRegistry) {
      throw new RefusedException(
          "\"%s\" is no registry: images named %s/… come from Docker Hub"
              .formatted(checked, checked),
          near != null
              ? "did you mean %s?".formatted(near)
              : "name a registry, or one of the groups " + String.join(", ", groups.keySet()));
    }
    if (near != null && !Upstreams.names().contains(checked)) {
      notes.add("%s is taken as it is; did you mean %s?".formatted(checked, near));
    }
    return checked;
  }

  private @Nullable String near(String name) {
    return Stream.of(Upstreams.names(), Upstreams.aliases().keySet(), groups.keySet())
        .flatMap(words -> words.stream().sorted())
        .filter(word -> isSlip(name, word))
        .findFirst()
        .orElse(null);
  }

  /** Whether one letter is wrong, missing or too many, or two neighbours are swapped. */
  private static boolean isSlip(String written, String meant) {
    int shorter = Math.min(written.length(), meant.length());
    int start = 0;
    while (start < shorter && written.charAt(start) == meant.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && written.charAt(written.length() - 1 - end) == meant.charAt(meant.length() - 1 - end)) {
      end++;
    }
    String wrong = written.substring(start, written.length() - end);
    String right = meant.substring(start, meant.length() - end);
    boolean oneLetter = wrong.length() <= 1 && right.length() <= 1 && shorter > 2;
    return oneLetter
        || (right.length() == 2 && wrong.contentEquals(new StringBuilder(right).reverse()));
  }
}
