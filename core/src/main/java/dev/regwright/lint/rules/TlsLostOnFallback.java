package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/**
 * TLS settings of a registry that has mirrors and is no endpoint of them: Talos writes them for
 * endpoints only, and containerd's fallback does without. Docker Hub, whose host has another name,
 * is another rule's.
 */
final class TlsLostOnFallback implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "tls-lost-on-fallback",
          "Pods do not use the TLS settings of the registry itself",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      Field<String> name = tls.name();
      MirrorEntry mirror = subject.mirrorNames().get(tls.nameText());
      if (name != null && mirror != null && isLost(subject, mirror, tls)) {
        out.accept(
            INFO.finding(
                    subject.span(name.node()),
                    "pods pull from "
                        + EntryWords.upstream(mirror)
                        + " without these TLS settings, which only "
                        + Words.TALOS
                        + " use")
                .withHelp(
                    "list https://"
                        + EntryWords.name(name.value())
                        + " as the mirror's last endpoint"));
      }
    }
  }

  private static boolean isLost(Subject subject, MirrorEntry mirror, TlsEntry tls) {
    String name = mirror.nameText();
    boolean plain =
        !name.equals(RegistryNames.ALL)
            && !RegistryNames.isHub(name)
            && !RegistryNames.isNeverContacted(subject, name);
    if (!plain || Settings.isEmpty(tls) || subject.patch()) {
      return false;
    }
    for (EndpointEntry endpoint : mirror.endpoints()) {
      EndpointUrl url = endpoint.parsed();
      if (url == null || Hosts.plain(url).equals(name)) {
        return false;
      }
    }
    return true;
  }
}
