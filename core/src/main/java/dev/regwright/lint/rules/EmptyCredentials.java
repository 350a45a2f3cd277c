package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.function.Consumer;

/**
 * An entry for credentials without any. Talos's own pulls fail where credentials are asked for
 * instead of trying without; containerd takes it for none.
 */
final class EmptyCredentials implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "empty-credentials", "The credentials set nothing", Severity.WARNING, Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    if (subject.patch()) {
      return;
    }
    for (AuthEntry entry : subject.auths()) {
      Field<String> name = entry.name();
      if (name != null
          && !name.value().equals(RegistryNames.ALL)
          && isEmpty(entry)
          && !shadows(subject, entry)) {
        out.accept(
            INFO.finding(
                    subject.span(name.node()),
                    Words.TALOS
                        + " fail where credentials are asked for, as these are empty; pods pull"
                        + " without any")
                .withHelp("give username and password, or remove the entry")
                .withUpstream(Words.ofHost("invalid auth config for ", name.value(), "")));
      }
    }
  }

  /** What could not be decoded has been reported, and is something all the same. */
  private static boolean isEmpty(AuthEntry entry) {
    if (!Settings.isEmpty(entry)
        || !Settings.knowsAllKeys(entry.node(), Settings.AUTH_KEYS)
        || !(entry.node().resolved() instanceof YamlMapping fields)) {
      return false;
    }
    for (String key : Settings.AUTH_KEYS) {
      YamlNode value = fields.get(key);
      if (value != null && !(value.resolved() instanceof YamlScalar)) {
        return false;
      }
    }
    return true;
  }

  /** Another rule tells what an empty document does to the legacy entry of its name. */
  private static boolean shadows(Subject subject, AuthEntry entry) {
    if (entry.legacy()) {
      return false;
    }
    for (AuthEntry other : subject.allAuths()) {
      if (other.legacy() && other.nameText().equals(entry.nameText())) {
        return true;
      }
    }
    return false;
  }
}
