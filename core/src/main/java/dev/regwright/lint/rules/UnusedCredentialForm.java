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
import org.jspecify.annotations.Nullable;

/**
 * Credentials in several forms that Talos accepts, which are all combinations in {@code
 * machine.registries} and a password beside something else in a document. Both pullers take user
 * name and password first, then the token, then {@code auth}.
 */
final class UnusedCredentialForm implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "unused-credential-form",
          "One form of credentials hides another",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (AuthEntry entry : subject.auths()) {
      if (entry.username() != null) {
        // in a document the validator refuses both
        report(subject, entry.legacy() ? entry.identityToken() : null, "username", out);
        report(subject, entry.legacy() ? entry.auth() : null, "username", out);
      } else if (entry.identityToken() != null) {
        report(subject, entry.password(), "identityToken", out);
        report(subject, entry.legacy() ? entry.auth() : null, "identityToken", out);
      } else if (entry.auth() != null) {
        report(subject, entry.password(), "auth", out);
      }
    }
  }

  private static void report(
      Subject subject, @Nullable Field<String> hidden, String by, Consumer<Finding> out) {
    if (hidden != null) {
      out.accept(
          INFO.finding(subject.span(hidden.node()), "nothing uses this: " + by + " comes first")
              .withHelp("keep one of username and password, auth, identityToken"));
    }
  }
}
