package dev.regwright.talos;

import dev.regwright.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Credentials for one endpoint host, from a RegistryAuthConfig or from {@code
 * machine.registries.config}. Fields that are absent, null or empty are null: Talos does not tell
 * these apart.
 *
 * @param node the document's root or the legacy map value
 */
public record AuthEntry(
    boolean legacy,
    @Nullable Field<String> name,
    @Nullable Field<String> username,
    @Nullable Field<String> password,
    @Nullable Field<String> auth,
    @Nullable Field<String> identityToken,
    YamlNode node) {

  /** The host these credentials are for, or the empty string. */
  public String nameText() {
    return name == null ? "" : name.value();
  }
}
