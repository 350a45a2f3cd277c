package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.pki.GoBase64;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@code auth} that is not base64, or has no colon in it. Talos checks neither; its own pulls
 * and containerd's fail over it ({@code PrepareAuth}, {@code ParseAuth}). The fields in front of it
 * come first.
 */
final class BadAuth implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "bad-auth", "The auth text does not hold user and password", Severity.ERROR, Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (AuthEntry entry : subject.auths()) {
      Field<String> auth = entry.auth();
      boolean used = entry.username() == null && entry.identityToken() == null;
      if (auth != null && used && !Placeholders.in(auth.value())) {
        Finding finding = finding(subject, entry, auth);
        if (finding != null) {
          out.accept(finding);
        }
      }
    }
  }

  private static @Nullable Finding finding(Subject subject, AuthEntry entry, Field<String> auth) {
    String decoded = AuthText.decoded(entry);
    if (decoded != null) {
      return decoded.indexOf(':') >= 0
          ? null
          : INFO.finding(
                  subject.span(auth.node()),
                  "pulls that need credentials fail: there is no colon in what the base64 stands for")
              .withHelp("write base64 of user:password, or username and password");
    }
    String upstream =
        GoBase64.decode(auth.value()) instanceof GoBase64.Corrupt corrupt
            ? Words.ofHost("error parsing auth for ", entry.nameText(), ": " + corrupt.text())
            : null;
    return INFO.finding(
            subject.span(auth.node()),
            "pulls that need credentials fail: this is not base64 with its padding")
        .withHelp(
            auth.value().indexOf(':') > 0
                ? "write username and password instead of auth"
                : "write base64 of user:password, or username and password")
        .withUpstream(upstream);
  }
}
