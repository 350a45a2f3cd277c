package dev.regwright.talos;

import dev.regwright.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * TLS settings for one endpoint host, from a RegistryTLSConfig or from {@code
 * machine.registries.config}. Certificates and keys are PEM text in both: legacy base64 is decoded.
 *
 * @param identity the clientIdentity node, or null when there is none
 * @param cert the client certificate, or null when unset
 * @param key the client key, or null when unset
 * @param node the document's root or the legacy map value
 */
public record TlsEntry(
    boolean legacy,
    @Nullable Field<String> name,
    @Nullable YamlNode identity,
    @Nullable Field<String> cert,
    @Nullable Field<String> key,
    @Nullable Field<String> ca,
    @Nullable Field<Boolean> insecureSkipVerify,
    YamlNode node) {

  /** The host these settings are for, or the empty string. */
  public String nameText() {
    return name == null ? "" : name.value();
  }
}
