package dev.regwright.generate;

import dev.regwright.convert.Form;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to generate.
 *
 * @param mirrors endpoints by hand; several of one name are tried in order
 * @param preset a product, or null
 * @param skipFallback whether nodes never ask the registries themselves
 * @param overridePath whether the paths of the endpoints by hand are used as they are
 * @param access credentials and TLS settings
 * @param form how to write it; null for the one the release prefers
 * @param talos the release that will load it
 */
public record GenerateRequest(
    List<MirrorWish> mirrors,
    @Nullable PresetWish preset,
    boolean skipFallback,
    boolean overridePath,
    Access access,
    @Nullable Form form,
    TalosVersion talos) {
  /** Copies the list. */
  public GenerateRequest {
    mirrors = List.copyOf(mirrors);
  }

  Form formOrUsual() {
    if (form != null) {
      return form;
    }
    return TalosChange.REGISTRY_DOCUMENTS.in(talos) ? Form.TALOS : Form.TALOS_LEGACY;
  }
}
