package dev.regwright.upgrade;

import dev.regwright.lint.AllRules;
import dev.regwright.lint.UpgradeRules;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which releases on the way have which findings. */
final class Sightings {
  /** Other places of the same are named up to here, and counted beyond. */
  private static final int NAMED = 3;

  private final List<TalosVersion> releases;
  private final Map<Place, Seen> seen = new LinkedHashMap<>();

  private record Seen(Finding first, BitSet in) {}

  /** Findings of one rule in the same releases. */
  private record Span(String rule, int first, int fixed) {}

  Sightings(List<TalosVersion> releases) {
    this.releases = releases;
  }

  /** A release, by its number, has a finding. */
  void add(Finding finding, int release) {
    seen.computeIfAbsent(Place.of(finding), place -> new Seen(finding, new BitSet()))
        .in
        .set(release);
  }

  /** The first release of those up to the last one that have a finding, which the last one has. */
  TalosVersion since(Place place) {
    Seen one = seen.get(place);
    int last = releases.size() - 1;
    int absent = one == null ? last - 1 : one.in.previousClearBit(last - 1);
    return releases.get(absent + 1);
  }

  /** What only releases on the way say of a file, once for all places. */
  List<Finding> onTheWay(String path, Set<Place> after) {
    Map<Span, List<Finding>> spans = new LinkedHashMap<>();
    for (Map.Entry<Place, Seen> entry : seen.entrySet()) {
      Place place = entry.getKey();
      boolean passing = place.path().equals(path) && !after.contains(place);
      if (passing && !place.rule().equals(AllRules.UNUSED_SUPPRESSION.id())) {
        BitSet in = entry.getValue().in;
        for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(in.nextClearBit(i))) {
          Span span = new Span(place.rule(), i, in.nextClearBit(i));
          spans.computeIfAbsent(span, s -> new ArrayList<>()).add(entry.getValue().first);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    spans.forEach((span, same) -> findings.add(finding(span, same)));
    return findings;
  }

  private Finding finding(Span span, List<Finding> same) {
    same.sort(null);
    Finding first = same.get(0);
    TalosVersion fixed = releases.get(span.fixed);
    TalosVersion begin = releases.get(span.first);
    Finding finding =
        UpgradeRules.ON_THE_WAY
            .finding(
                first.span(),
                first.message() + " (only with " + affected(span) + "; " + span.rule + ")")
            .withUpstream(first.upstream());
    boolean avoidable = begin.minorText().equals(fixed.minorText());
    String help = first.help() == null ? "mend it before the upgrade" : first.help();
    finding =
        finding.withHelp(
            avoidable ? "go by way of Talos " + fixed + " or a newer " + fixed.minorText() : help);
    for (int i = 1; i < same.size() && i <= NAMED; i++) {
      int more = same.size() - 1 - NAMED;
      String count = i == NAMED && more > 0 ? ", and in " + more + " more places" : "";
      finding = finding.withRelated(same.get(i).span(), "here too" + count);
    }
    return finding;
  }

  /** The releases, up to the last one before the one that mends it. */
  private String affected(Span span) {
    TalosVersion first = releases.get(span.first);
    TalosVersion fixed = releases.get(span.fixed);
    TalosVersion last = releases.get(span.fixed - 1);
    if (fixed.patch() > 0 && fixed.minorText().equals(last.minorText())) {
      last = new TalosVersion(fixed.major(), fixed.minor(), fixed.patch() - 1, "");
    }
    return first.equals(last) ? "Talos " + first : "Talos " + first + " to " + last;
  }
}
