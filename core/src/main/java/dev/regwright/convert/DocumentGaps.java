package dev.regwright.convert;

import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.talos.FlagLoss.Part;
import java.util.ArrayList;
import java.util.List;

/** What the documents of a release cannot do although it loads them. */
final class DocumentGaps {
  private DocumentGaps() {}

  /**
   * TLS settings without a client certificate: the first releases with documents crash on them, and
   * no registry setting takes effect (siderolabs/talos#12571).
   */
  static List<Finding> of(
      RegistryConfig config, TalosVersion target, RuleInfo rule, Places places) {
    List<Finding> gaps = new ArrayList<>();
    if (TalosChange.TLS_WITHOUT_IDENTITY.in(target)) {
      return gaps;
    }
    for (Tls tls : config.tls().values()) {
      if (tls.clientIdentity() == null) {
        gaps.add(
            rule.finding(
                    places.of(Part.TLS, tls.name(), -1),
                    "Talos "
                        + target
                        + " would crash on the document of these TLS settings, which have no"
                        + " clientIdentity, and no registry setting would take effect")
                .withHelp("name Talos 1.12.2 or newer with --talos, or keep machine.registries"));
      }
    }
    return gaps;
  }
}
