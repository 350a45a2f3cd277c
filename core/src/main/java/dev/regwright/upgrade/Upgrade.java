package dev.regwright.upgrade;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.lint.UpgradeCounts;
import dev.regwright.lint.settings.FileLinter;
import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One file, with its patches, linted for every release of an upgrade where anything changes. */
final class Upgrade {
  private final FileLinter linter;
  private final Function<FileLinter, List<LintedFile>> lint;
  private final List<TalosVersion> releases;
  private final TalosVersion to;
  private final Set<Place> before = new HashSet<>();
  private final Set<Place> after = new HashSet<>();
  private final Sightings sightings;
  private @Nullable Set<Place> released;

  Upgrade(FileLinter linter, Function<FileLinter, List<LintedFile>> lint, TalosVersion from) {
    this.linter = linter;
    this.lint = lint;
    this.to = linter.target().talos();
    this.releases = TalosReleases.between(from, to);
    this.sightings = new Sightings(releases);
  }

  /** The answers of the newest release, as far as the upgrade has a part in them. */
  List<LintedFile> files() {
    List<LintedFile> old = lint.apply(linter.at(releases.get(0)));
    collect(old, before);
    List<LintedFile> now = lint.apply(linter);
    if (!refused(old) && !refused(now)) {
      now = lint.apply(linter.withRule(new UpgradeMovesRequests(releases)));
    }
    collect(now, after);
    for (int i = 1; i < releases.size() - 1; i++) {
      for (LintedFile file : lint.apply(linter.at(releases.get(i)))) {
        for (Finding finding : file.findings()) {
          if (!before.contains(Place.of(finding)) && !isOurs(finding)) {
            sightings.add(finding, i);
          }
        }
      }
    }
    List<LintedFile> files = new ArrayList<>();
    now.forEach(file -> files.add(file(file)));
    return files;
  }

  /** By what a release does not load it makes no requests that could be compared. */
  private static boolean refused(List<LintedFile> files) {
    for (LintedFile file : files) {
      if (file.talos() == TalosVerdict.LOAD_ERROR) {
        return true;
      }
    }
    return false;
  }

  private static void collect(List<LintedFile> files, Set<Place> places) {
    for (LintedFile file : files) {
      file.findings().forEach(finding -> places.add(Place.of(finding)));
    }
  }

  private LintedFile file(LintedFile file) {
    String path = file.source().name();
    List<Finding> findings = new ArrayList<>();
    int shared = 0;
    for (Finding finding : file.findings()) {
      if (isOurs(finding)) {
        findings.add(finding);
      } else if (before.contains(Place.of(finding))) {
        shared++;
      } else {
        findings.add(finding.withMessage(finding.message() + since(finding)));
      }
    }
    int gone = 0;
    for (Place place : before) {
      gone += place.path().equals(path) && !after.contains(place) ? 1 : 0;
    }
    LintedFile own = file.with(sparing(findings), new UpgradeCounts(shared, gone));
    return linter.adding(own, sightings.onTheWay(path, after));
  }

  /** Whether a finding speaks of the upgrade itself, or of us. */
  private static boolean isOurs(Finding finding) {
    return finding.rule().startsWith("upgrade-")
        || finding.rule().equals(Linter.INTERNAL_ERROR.id());
  }

  /** That a registry has no mirror is said once, by the rule that knows what moved there. */
  private static List<Finding> sparing(List<Finding> findings) {
    boolean moved = false;
    for (Finding finding : findings) {
      moved |= finding.rule().equals("upgrade-moves-images");
    }
    if (moved) {
      findings.removeIf(finding -> finding.rule().equals("upstream-not-mirrored"));
    }
    return findings;
  }

  /** A pre-release speaks for its release, if that has the finding as well. */
  private String since(Finding finding) {
    TalosVersion first = sightings.since(Place.of(finding));
    if (!first.pre().isEmpty() && released().contains(Place.of(finding))) {
      first = first.release();
    }
    return first.pre().isEmpty() ? " (from Talos " + first + " on)" : " (with Talos " + first + ")";
  }

  private Set<Place> released() {
    Set<Place> places = released;
    if (places == null) {
      places = new HashSet<>();
      collect(lint.apply(linter.at(to.release())), places);
      released = places;
    }
    return places;
  }
}
