package dev.regwright.run;

import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosMode;
import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What files are judged for, in the words a user gives. All of it is judged today. */
public final class Targets {
  private static final String TO = "..";

  private Targets() {}

  /**
   * The versions and the mode that were told; null for what was not.
   *
   * @throws UsageException when one of them is none
   */
  public static Target of(
      @Nullable String talos, @Nullable String containerd, @Nullable String mode)
      throws UsageException {
    TalosVersion version = talos == null ? TalosReleases.byDefault() : talos("--talos", talos);
    Target target = today(version, mode);
    return containerd == null ? target : target.withContainerd(containerd(containerd));
  }

  /** The same, or for {@code A..B} an upgrade from one version of Talos to another. */
  public static Target orUpgrade(
      @Nullable String talos, @Nullable String containerd, @Nullable String mode)
      throws UsageException {
    int to = talos == null ? -1 : talos.indexOf(TO);
    if (talos == null || to < 0) {
      return of(talos, containerd, mode);
    }
    TalosVersion from = TalosVersion.parse(talos.substring(0, to)).orElse(null);
    TalosVersion version = TalosVersion.parse(talos.substring(to + TO.length())).orElse(null);
    if (from == null || version == null) {
      throw new UsageException(
          "--talos takes a version such as 1.13 or 1.13.4, or two for an upgrade such as"
              + " 1.11..1.14, not '"
              + talos
              + "'");
    }
    if (version.compareTo(from) <= 0) {
      throw new UsageException(
          "--talos takes the older version of an upgrade first, and '"
              + talos
              + "' leads "
              + (version.equals(from) ? "nowhere" : "back"));
    }
    if (containerd != null) {
      throw new UsageException("--containerd goes with one version of Talos, not with an upgrade");
    }
    return today(version, mode).upgradedFrom(from);
  }

  /** A Talos version, as an option takes it. */
  public static TalosVersion talos(String option, String text) throws UsageException {
    TalosVersion version = TalosVersion.parse(text).orElse(null);
    if (version == null) {
      throw new UsageException(
          option + " takes a version such as 1.13 or 1.13.4, not '" + text + "'");
    }
    return version;
  }

  private static Target today(TalosVersion version, @Nullable String mode) throws UsageException {
    return Target.talos(version).withMode(mode(mode)).withToday(LocalDate.now(ZoneOffset.UTC));
  }

  private static ContainerdVersion containerd(String text) throws UsageException {
    ContainerdVersion version = ContainerdVersion.parse(text).orElse(null);
    if (version == null) {
      throw new UsageException("--containerd takes a version such as 2.1, not '" + text + "'");
    }
    return version;
  }

  private static @Nullable TalosMode mode(@Nullable String word) throws UsageException {
    if (word == null) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (TalosMode known : TalosMode.values()) {
      if (known.label().equals(word)) {
        return known;
      }
      words.add(known.label());
    }
    throw UsageException.noneOf("--mode", word, words);
  }
}
