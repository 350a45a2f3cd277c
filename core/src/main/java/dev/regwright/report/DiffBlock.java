package dev.regwright.report;

import dev.regwright.diff.PullerDiff;
import dev.regwright.diff.RegistryDiff;
import dev.regwright.diff.RequestDiff;
import dev.regwright.trace.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one puller does differently, or both when they do the same.
 *
 * @param what what holds for all requests
 * @param before why the old side's pulls fail, or null
 * @param after why the new side's do, or null
 * @param reach how far images go, before and now; empty when that is the same
 * @param warns whether they go farther, or nowhere
 */
record DiffBlock(
    String pullers,
    List<DiffRow> rows,
    List<String> what,
    @Nullable String before,
    @Nullable String after,
    String reach,
    boolean warns) {
  private static final String MACHINED = "machined (installer, kubelet, etcd, extensions)";
  private static final String CRI = "CRI (pods)";
  private static final String BOTH = "machined and CRI (system images and pods)";

  static List<DiffBlock> of(RegistryDiff diff, boolean anonymous) {
    boolean image = diff.image() != null;
    DiffBlock pods = of(CRI, diff.cri(), image, anonymous);
    if (diff.machined() == null) {
      return List.of(pods);
    }
    DiffBlock system = of(MACHINED, diff.machined(), image, anonymous);
    if (system.named(BOTH).equals(pods.named(BOTH))) {
      return List.of(pods.named(BOTH));
    }
    List<DiffBlock> blocks = new ArrayList<>();
    if (!diff.machined().same()) {
      blocks.add(system);
    }
    if (!diff.cri().same()) {
      blocks.add(pods);
    }
    return blocks;
  }

  private static DiffBlock of(String pullers, PullerDiff diff, boolean image, boolean anonymous) {
    List<DiffRow> rows = new ArrayList<>();
    for (RequestDiff request : diff.requests()) {
      rows.add(DiffRow.of(request, image, anonymous));
    }
    boolean sameError = Objects.equals(diff.before(), diff.after());
    Reach now = diff.reachAfter();
    boolean sameReach = diff.reachBefore() == now;
    return new DiffBlock(
        pullers,
        rows,
        clean(diff.what()),
        sameError ? null : clean(diff.before()),
        sameError ? null : clean(diff.after()),
        sameReach ? "" : diff.reachBefore().words() + " → " + now.words(),
        now == Reach.LEAVES || now == Reach.FAILS);
  }

  private static List<String> clean(List<String> texts) {
    List<String> clean = new ArrayList<>();
    for (String text : texts) {
      clean.add(DiffNames.clean(text));
    }
    return clean;
  }

  private static @Nullable String clean(@Nullable String text) {
    return text == null ? null : DiffNames.clean(text);
  }

  private DiffBlock named(String other) {
    return new DiffBlock(other, rows, what, before, after, reach, warns);
  }
}
