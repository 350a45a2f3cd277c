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
import dev.regwright.talos.TlsEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A secret in clear text in a file whose other secrets are placeholders or encrypted: somebody
 * takes care that such files hold none, and forgot one.
 */
final class SecretNotReplaced implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "secret-not-replaced",
          "One secret stands in clear text, others do not",
          Severity.WARNING,
          Stage.ADVICE);

  /** What Talos shows in place of a secret. */
  private static final String REDACTED = "******";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    List<Field<String>> clear = new ArrayList<>();
    boolean replaced = false;
    for (Field<String> secret : secrets(subject)) {
      if (Placeholders.in(secret.value())) {
        replaced = true;
      } else if (!secret.value().isBlank() && !secret.value().equals(REDACTED)) {
        clear.add(secret);
      }
    }
    if (replaced) {
      for (Field<String> secret : clear) {
        out.accept(
            INFO.finding(
                    subject.span(secret.node()),
                    "whoever can read this file has this secret, though its others are filled in or"
                        + " decrypted later")
                .withHelp("treat it as the others, and change it if the file has been shared"));
      }
    }
  }

  private static List<Field<String>> secrets(Subject subject) {
    List<Field<String>> all = new ArrayList<>();
    for (AuthEntry entry : subject.auths()) {
      add(entry.password(), all);
      add(entry.auth(), all);
      add(entry.identityToken(), all);
    }
    for (TlsEntry tls : subject.tls()) {
      add(tls.key(), all);
    }
    return all;
  }

  private static void add(@Nullable Field<String> field, List<Field<String>> all) {
    if (field != null) {
      all.add(field);
    }
  }
}
