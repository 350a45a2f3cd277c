package dev.regwright.trace;

import org.jspecify.annotations.Nullable;

/** How far a pull goes, from the nearest on. */
public enum Reach {
  /** Mirrors alone are asked. */
  MIRROR("served by a mirror"),
  /** A registry that is somebody's own is asked. */
  OWN("from a registry of your own"),
  /** A registry itself may be asked. */
  LEAVES("can leave for its upstream"),
  /** It ends before any request. */
  FAILS("cannot be pulled");

  private final String words;

  Reach(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }

  /** How far a puller goes, at most, or under a supposition exactly. */
  public static Reach of(PullerTrace trace, @Nullable Outcome outcome) {
    if (outcome != null) {
      return outcome.served() == null ? FAILS : of(outcome.served().hop());
    }
    Reach farthest = null;
    for (Request request : trace.requests()) {
      Reach reach = request.isSent() ? of(request.hop()) : null;
      if (reach != null && (farthest == null || reach.compareTo(farthest) > 0)) {
        farthest = reach;
      }
    }
    return farthest == null ? FAILS : farthest;
  }

  private static Reach of(Hop hop) {
    if (hop.leaves()) {
      return LEAVES;
    }
    return hop.role() == Role.UPSTREAM ? OWN : MIRROR;
  }
}
