package dev.regwright.convert;

import dev.regwright.source.Finding;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that SOPS has encrypted as a whole. It computes a checksum over all values in their order
 * and refuses to decrypt a file that was changed, so such a file is left alone.
 */
final class Sealed {
  private Sealed() {}

  /** Why a file must not be changed; mostly empty. */
  static List<Finding> encrypted(TalosFile file) {
    List<Finding> refusals = new ArrayList<>();
    for (TalosDocument document : file.documents()) {
      YamlMapping.Entry sops =
          document instanceof TalosDocument.Machine
                  && document.yaml().root() instanceof YamlMapping root
              ? root.find("sops")
              : null;
      if (sops != null && sops.value() instanceof YamlMapping data && data.get("mac") != null) {
        refusals.add(
            ConvertRules.REFUSED
                .finding(
                    file.span(sops.key()),
                    "SOPS has encrypted this file and would not decrypt it once it is changed")
                .withHelp("convert the decrypted file (sops edit), and let SOPS encrypt it anew"));
      }
    }
    return refusals;
  }
}
