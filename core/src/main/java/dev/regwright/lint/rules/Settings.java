package dev.regwright.lint.rules;

import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.TlsEntry;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.Set;

/** Whether entries set anything at all. */
final class Settings {
  static final Set<String> AUTH_KEYS = Set.of("username", "password", "auth", "identityToken");
  static final Set<String> TLS_KEYS = Set.of("ca", "clientIdentity", "insecureSkipVerify");

  private static final Set<String> HEAD = Set.of("apiVersion", "kind", "name");

  private Settings() {}

  static boolean isEmpty(AuthEntry auth) {
    return auth.username() == null
        && auth.password() == null
        && auth.auth() == null
        && auth.identityToken() == null;
  }

  /** An empty entry still counts as one when Talos pulls, but it makes no files for containerd. */
  static boolean isEmpty(TlsEntry tls) {
    boolean skips =
        tls.insecureSkipVerify() == null
            ? sets(tls, "insecureSkipVerify") // not readable yet, such as a placeholder
            : tls.insecureSkipVerify().value();
    return !skips && !setsCertificates(tls);
  }

  /**
   * Whether an entry has no key of another name. A slip in one has been reported, and is what seems
   * to be missing.
   */
  static boolean knowsAllKeys(YamlNode entry, Set<String> keys) {
    if (entry.resolved() instanceof YamlMapping mapping) {
      for (YamlMapping.Entry field : mapping.entries()) {
        String key = field.keyText();
        if (key == null || !(keys.contains(key) || HEAD.contains(key))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the entry has a CA or a client certificate, readable or not. */
  static boolean setsCertificates(TlsEntry tls) {
    return sets(tls, "ca") || sets(tls, "clientIdentity");
  }

  private static boolean sets(TlsEntry tls, String key) {
    YamlNode value = tls.node().resolved() instanceof YamlMapping m ? m.get(key) : null;
    return value != null
        && !(value.resolved() instanceof YamlScalar s && (s.isNull() || s.text().isEmpty()));
  }
}
