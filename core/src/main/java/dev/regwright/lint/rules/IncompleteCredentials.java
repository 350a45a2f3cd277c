package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import java.util.function.Consumer;

/**
 * A password without a user name, which Talos refuses at the first request and containerd leaves
 * out, or a user name without a password. A patch may hold one of them.
 */
final class IncompleteCredentials implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "incomplete-credentials",
          "There is a password without a user name, or the reverse",
          Severity.WARNING,
          Stage.PULL);

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
      Field<String> username = entry.username();
      Field<String> password = entry.password();
      boolean other =
          entry.auth() != null
              || entry.identityToken() != null
              || !Settings.knowsAllKeys(entry.node(), Settings.AUTH_KEYS);
      if (password != null && username == null && !other) {
        out.accept(
            INFO.finding(
                    subject.span(password.node()),
                    Words.TALOS
                        + " fail where credentials are asked for, and pods pull without any: there is"
                        + " no user name")
                .withHelp("add username; some registries take any")
                .withUpstream(Words.ofHost("invalid auth config for ", entry.nameText(), "")));
      } else if (username != null && password == null && !other) {
        out.accept(
            INFO.finding(
                    subject.span(username.node()),
                    "the registry gets an empty password: there is none")
                .withHelp("add password"));
      }
    }
  }
}
