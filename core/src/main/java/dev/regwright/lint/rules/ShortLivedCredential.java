package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tokens of cloud registries, known by the user name that goes with them: a configuration is
 * written once and they end within hours.
 */
final class ShortLivedCredential implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "short-lived-credential",
          "The password is a token that lives for hours",
          Severity.WARNING,
          Stage.ADVICE);

  private static final Map<String, String> LIFE =
      Map.of(
          "AWS",
          "12 hours",
          "oauth2accesstoken",
          "an hour",
          "00000000-0000-0000-0000-000000000000",
          "3 hours");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (AuthEntry entry : subject.auths()) {
      Field<String> user = AuthText.user(entry);
      String life = user == null ? null : LIFE.get(user.value());
      boolean ecr = user != null && user.value().equals("AWS");
      if (user != null && life != null && (!ecr || entry.nameText().contains(".ecr."))) {
        out.accept(
            INFO.finding(
                    subject.span(user.node()),
                    "pulls fail "
                        + life
                        + " after the token was issued: nothing on a node renews it")
                .withHelp(
                    ecr
                        ? "use a kubelet credential provider, or a pull-through cache of your own"
                        : "use a service account's key or a repository token that stays"));
      }
    }
  }
}
