package dev.regwright.lint.rules;

import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.TlsEntry;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;

/** Whether entries set anything at all. */
final class Settings {
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
