package dev.regwright.generate;

import dev.regwright.convert.Form;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.preset.Hint;
import java.util.Optional;

/** How what was generated gets to the nodes. */
final class Rollout {
  private static final String PATCH =
      """
      New clusters:   talosctl gen config NAME ENDPOINT --config-patch @FILE
      Running nodes:  talosctl -n NODE patch machineconfig --patch @FILE
      A patch puts its endpoints behind those that a node has for the same registry.""";

  /** The automatic restart came with the CRI customization documents of 1.14. */
  private static final String REBOOT =
      "\nPods' pulls take up changed credentials when the node has rebooted.";

  private Rollout() {}

  /** Nothing for flags, which are put behind the command as they are. */
  static Optional<Hint> hint(Form form, TalosVersion talos, boolean credentials) {
    if (form != Form.TALOS && form != Form.TALOS_LEGACY) {
      return Optional.empty();
    }
    boolean reboot = credentials && !TalosChange.CUSTOMIZATION_DOCUMENT.in(talos);
    return Optional.of(new Hint("On the nodes", reboot ? PATCH + REBOOT : PATCH));
  }
}
