package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/** Credentials or TLS settings for {@code *}, which only mirrors can be named. */
final class WildcardCredential implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "wildcard-credential",
          "Credentials or TLS settings are named *",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (AuthEntry auth : subject.auths()) {
      Field<String> name = auth.name();
      if (name != null && name.value().equals(RegistryNames.ALL)) {
        out.accept(
            INFO.finding(
                    subject.span(name.node()),
                    "nothing uses these credentials: they are looked up by the host of each"
                        + " endpoint, and * stands for none")
                .withHelp("write one entry for each endpoint's host and port"));
      }
    }
    for (TlsEntry tls : subject.tls()) {
      Field<String> name = tls.name();
      if (name != null && name.value().equals(RegistryNames.ALL)) {
        out.accept(tls(subject, tls, name));
      }
    }
  }

  private static Finding tls(Subject subject, TlsEntry tls, Field<String> name) {
    boolean stops =
        !Settings.isEmpty(tls)
            && !subject.imageCache()
            && !subject.mirrorNames().containsKey(RegistryNames.ALL);
    String help = "write one entry for each endpoint's host and port";
    return stops
        ? INFO.finding(
                subject.span(name.node()),
                "no registry setting reaches the pods: Talos stops at TLS settings for * and writes"
                    + " none of containerd's files")
            .withHelp(help)
            .withUpstream("wildcard host TLS configuration is not supported")
        : INFO.finding(
                subject.span(name.node()),
                "nothing uses these TLS settings: they are looked up by the host of each endpoint,"
                    + " and * stands for none")
            .withHelp(help);
  }
}
