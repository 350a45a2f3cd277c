package dev.regwright.convert;

import dev.regwright.model.ClientIdentity;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.pki.Pkcs8;
import dev.regwright.source.Finding;
import dev.regwright.talos.FlagLoss.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration whose client keys the documents of a Talos release can hold: before 1.14 they
 * take PKCS#8 only ({@code types/meta/certificate_key.go}), while {@code machine.registries} takes
 * any.
 */
record ClientKeys(RegistryConfig config, List<Finding> findings) {
  static ClientKeys of(RegistryConfig config, TalosVersion talos, Places places) {
    if (TalosChange.ANY_PEM_KEY.in(talos)) {
      return new ClientKeys(config, List.of());
    }
    List<Finding> findings = new ArrayList<>();
    Map<String, Tls> tls = new LinkedHashMap<>();
    config.tls().forEach((name, settings) -> tls.put(name, converted(settings, places, findings)));
    return new ClientKeys(new RegistryConfig(config.mirrors(), config.auths(), tls), findings);
  }

  private static Tls converted(Tls tls, Places places, List<Finding> findings) {
    ClientIdentity identity = tls.clientIdentity();
    String key = identity == null ? null : identity.key();
    String pkcs8 = key == null ? null : pkcs8(key);
    if (identity == null || pkcs8 == null) {
      return tls;
    }
    findings.add(
        ConvertRules.NOTE.finding(
            places.of(Part.TLS, tls.name(), -1),
            "the client key of "
                + tls.name()
                + " becomes PKCS#8: documents take no other form before Talos 1.14"));
    return new Tls(
        tls.name(), new ClientIdentity(identity.cert(), pkcs8), tls.ca(), tls.insecureSkipVerify());
  }

  /** The key in PKCS#8; null when it is that already or no key we can read. */
  private static @Nullable String pkcs8(String key) {
    return Pkcs8.convert(key) instanceof Pkcs8.Converted converted ? converted.pem() : null;
  }
}
