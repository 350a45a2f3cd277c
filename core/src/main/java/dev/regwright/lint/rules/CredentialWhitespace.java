package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import dev.regwright.yaml.YamlScalar;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * White space around a user name, password or token, mostly the line end of a literal block or of
 * {@code echo user:password | base64}. Both pullers send it as it is: {@code PrepareAuth} trims
 * nothing but NUL.
 */
final class CredentialWhitespace implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "credential-whitespace",
          "Credentials begin or end with white space",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (AuthEntry entry : subject.auths()) {
      report(subject, entry.username(), "user name", out);
      report(subject, entry.password(), "password", out);
      report(subject, entry.identityToken(), "token", out);
      Field<String> auth = entry.auth();
      String decoded = AuthText.decoded(entry);
      boolean ends = decoded != null && decoded.indexOf(':') >= 0 && isPadded(decoded);
      if (auth != null && ends) {
        out.accept(
            INFO.finding(
                    subject.span(auth.node()),
                    "the registry gets user and password with white space around them, as echo"
                        + " appends a line end")
                .withHelp("encode them anew: printf %s 'user:password' | base64 -w0"));
      }
    }
  }

  private static void report(
      Subject subject, @Nullable Field<String> field, String what, Consumer<Finding> out) {
    if (field != null && isPadded(field.value()) && !Placeholders.in(field.value())) {
      boolean block =
          field.node().resolved() instanceof YamlScalar s
              && (s.style() == YamlScalar.Style.LITERAL || s.style() == YamlScalar.Style.FOLDED);
      out.accept(
          INFO.finding(
                  subject.span(field.node()),
                  "the registry gets the " + what + " with white space around it")
              .withHelp(block ? "write |- in place of |" : "remove the white space"));
    }
  }

  private static boolean isPadded(String text) {
    return !text.isEmpty()
        && (Character.isWhitespace(text.charAt(0))
            || Character.isWhitespace(text.charAt(text.length() - 1)));
  }
}
