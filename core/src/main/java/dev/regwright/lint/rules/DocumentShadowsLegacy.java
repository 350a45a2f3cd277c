package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code machine.registries} that a document of the same name replaces. Nothing is
 * merged: what only the legacy entry says is lost.
 */
final class DocumentShadowsLegacy implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "document-shadows-legacy",
          "A document replaces an entry of machine.registries",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.allMirrors()) {
      MirrorEntry by = mirror.legacy() ? subject.mirrorNames().get(mirror.nameText()) : null;
      if (by != null && !by.legacy()) {
        boolean empty = by.endpoints().isEmpty() && by.skipFallback() == null;
        report(
            subject, mirror.name(), by.name(), "this mirror", "RegistryMirrorConfig", empty, out);
      }
    }
    for (AuthEntry auth : subject.allAuths()) {
      AuthEntry by = auth.legacy() ? subject.authNames().get(auth.nameText()) : null;
      if (by != null && !by.legacy()) {
        boolean empty = Settings.isEmpty(by);
        report(
            subject, auth.name(), by.name(), "these credentials", "RegistryAuthConfig", empty, out);
      }
    }
    for (TlsEntry tls : subject.allTls()) {
      TlsEntry by = tls.legacy() ? subject.tlsNames().get(tls.nameText()) : null;
      if (by != null && !by.legacy()) {
        boolean empty = Settings.isEmpty(by);
        report(
            subject, tls.name(), by.name(), "these TLS settings", "RegistryTLSConfig", empty, out);
      }
    }
  }

  private static void report(
      Subject subject,
      @Nullable Field<String> name,
      @Nullable Field<String> by,
      String what,
      String kind,
      boolean empty,
      Consumer<Finding> out) {
    if (name == null || by == null || Placeholders.in(name.value())) {
      return;
    }
    String replaces =
        empty ? " replaces the whole entry, though it sets nothing" : " replaces the whole entry";
    out.accept(
        INFO.finding(
                subject.span(name.node()),
                "nothing uses "
                    + what
                    + ": the "
                    + kind
                    + " "
                    + EntryWords.name(name.value())
                    + replaces)
            .withHelp("move what is missing into the document and remove this entry")
            .withRelated(subject.span(by.node()), "the document"));
  }
}
