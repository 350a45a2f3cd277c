package dev.regwright.diff;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.trace.NodeFacts;
import java.util.Locale;

/**
 * What it takes to apply the new configuration over the old one on a running node. Other parts of
 * the machine configuration may ask for more.
 *
 * @param reboot whether it takes a reboot
 * @param why in a sentence
 * @param upstream what of Talos or containerd decides it
 */
public record Applying(Reboot reboot, String why, String upstream) {
  /** Whether a node has to be rebooted. */
  public enum Reboot {
    /** It does not. */
    NO,
    /** It does. */
    YES,
    /** We cannot tell. */
    UNKNOWN;

    /** The word in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** machine.registries came off the list of what takes a reboot with hosts.toml. */
  private static final TalosVersion LIVE = TalosVersion.of("1.0.0");

  static Applying of(NodeFacts before, NodeFacts after) {
    TalosVersion version = after.talos();
    if (version == null) {
      return ofContainerd(before, after);
    }
    if (before.talos() == null) {
      return new Applying(
          Reboot.UNKNOWN, "the old side is no Talos configuration", "no rule for this");
    }
    if (!before.talos().equals(version)) {
      return new Applying(
          Reboot.YES,
          "the node boots into Talos " + version + " with the upgrade",
          "talosctl upgrade");
    }
    if (!version.atLeast(LIVE)) {
      return new Applying(Reboot.UNKNOWN, "Talos before 1.0 is not known here", "no rule for this");
    }
    if (before.trouble() == null && after.trouble() != null) {
      return new Applying(
          Reboot.UNKNOWN,
          "Talos writes no hosts.toml from this, so pods are pulled for by the old files until the"
              + " node reboots, and by none after that",
          "internal/app/machined/pkg/controllers/files: an error of GenerateHosts ends it before"
              + " files are written");
    }
    return ofTalos(before, after, version);
  }

  private static Applying ofTalos(NodeFacts before, NodeFacts after, TalosVersion version) {
    boolean sameFile = before.criFile().equals(after.criFile());
    if (TalosChange.CRI_RESTARTS.in(version)) {
      return sameFile
          ? live()
          : new Applying(
              Reboot.NO,
              "credentials are in containerd's own configuration, and Talos restarts containerd"
                  + " (CRI) when that changes, from 1.14 on",
              "internal/app/machined/pkg/controllers/cri/service.go");
    }
    return before.credentials().equals(after.credentials())
        ? live()
        : new Applying(
            Reboot.YES,
            "containerd reads credentials only when it starts, and before Talos 1.14 only a reboot"
                + " restarts it; talosctl apply-config does not reboot for this by itself, and until"
                + " then pods are pulled for with the old ones",
            "CanApplyImmediate of internal/app/machined/pkg/runtime/v1alpha1/v1alpha1_runtime.go:"
                + " \"note that auth is not applied immediately, containerd limitation\"");
  }

  private static Applying live() {
    return new Applying(
        Reboot.NO,
        "containerd reads hosts.toml at every pull, and Talos rewrites it when mirrors or TLS"
            + " settings change, in machine.registries and in documents alike",
        "internal/app/machined/pkg/controllers/files: hosts.toml; machine.registries is on the list"
            + " of what applies immediately");
  }

  private static Applying ofContainerd(NodeFacts before, NodeFacts after) {
    if (before.talos() == null && before.credentials().equals(after.credentials())) {
      return new Applying(
          Reboot.NO,
          "containerd reads hosts.toml at every pull",
          "core/remotes/docker/config/hosts.go");
    }
    return before.talos() == null
        ? new Applying(
            Reboot.NO,
            "but containerd has to be restarted: it reads credentials only when it starts",
            "containerd docs/cri/registry.md")
        : new Applying(
            Reboot.UNKNOWN, "the new side is no Talos configuration", "no rule for this");
  }
}
