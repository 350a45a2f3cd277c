package dev.regwright.run;

import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import java.util.List;

/** Tells when a Talos version is none we know. */
public final class KnownVersions {
  private KnownVersions() {}

  /** The same for both ends of an upgrade. */
  static void note(Target target, Io io) {
    if (target.from() != null) {
      note(target.from(), io);
    }
    note(target.talos(), io);
  }

  /** Better an approximate answer than none, but nobody should take it for an exact one. */
  public static void note(TalosVersion version, Io io) {
    List<TalosVersion> known = TalosReleases.known();
    TalosVersion oldest = known.get(0);
    TalosVersion newest = known.get(known.size() - 1);
    boolean older =
        version.major() < oldest.major()
            || (version.major() == oldest.major() && version.minor() < oldest.minor());
    boolean newer =
        version.major() > newest.major()
            || (version.major() == newest.major() && version.minor() > newest.minor());
    if (older || newer) {
      io.say(
          "note: Talos "
              + version.minorText()
              + " is "
              + (older ? "older than " + oldest.minorText() : "newer than " + newest.minorText())
              + (older ? ", the oldest" : ", the newest")
              + " this version of regwright knows; some answers may be off");
    }
  }
}
