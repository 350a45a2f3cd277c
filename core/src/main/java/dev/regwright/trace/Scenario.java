package dev.regwright.trace;

import org.jspecify.annotations.Nullable;

/**
 * A trace, and what becomes of it when some hosts answer badly.
 *
 * @param machined how Talos's own pull ends; null when nothing is supposed, or there is none
 * @param cri how containerd's pull ends; null when nothing is supposed
 */
public record Scenario(Trace trace, @Nullable Outcome machined, @Nullable Outcome cri) {
  /** With nothing supposed. */
  public static Scenario of(Trace trace) {
    return new Scenario(trace, null, null);
  }

  /** How far the image goes, for the puller it goes farther for. */
  public Reach reach() {
    Reach pods = Reach.of(trace.cri(), cri);
    PullerTrace own = trace.machined();
    Reach system = own == null ? pods : Reach.of(own, machined);
    return pods.compareTo(system) > 0 ? pods : system;
  }
}
