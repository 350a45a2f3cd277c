package dev.regwright.talos;

import dev.regwright.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mirrors of one registry, from a RegistryMirrorConfig or from {@code
 * machine.registries.mirrors}.
 *
 * @param legacy whether it stands in machine.registries
 * @param name the registry; null when the document has no name
 * @param endpoints in the order tried
 * @param overridePath the legacy flag for the whole list, or null
 * @param skipFallback whether the upstream is left out, or null when not said
 * @param node the document's root or the legacy map value
 */
public record MirrorEntry(
    boolean legacy,
    @Nullable Field<String> name,
    List<EndpointEntry> endpoints,
    @Nullable Field<Boolean> overridePath,
    @Nullable Field<Boolean> skipFallback,
    YamlNode node) {

  /** Whether the upstream is left out. */
  public boolean skipsFallback() {
    return skipFallback != null && skipFallback.value();
  }

  /** Whether an endpoint's path is used as it is; legacy entries have one flag for all. */
  public boolean overridesPath(EndpointEntry endpoint) {
    Field<Boolean> flag = overrideFlag(endpoint);
    return flag != null && flag.value();
  }

  /** The flag that decides for an endpoint, or null when it is not set. */
  public @Nullable Field<Boolean> overrideFlag(EndpointEntry endpoint) {
    return legacy ? overridePath : endpoint.overridePath();
  }

  /** The registry's name, or the empty string. */
  public String nameText() {
    return name == null ? "" : name.value();
  }
}
