package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.model.TalosChange;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Docker Hub's credentials and TLS settings under a name one puller or both do not look for. Its
 * images are named docker.io and come from registry-1.docker.io; Talos looks for the host,
 * containerd for the host (credentials) or the name (TLS settings of a registry without mirror).
 */
final class DockerhubCredentialKey implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "dockerhub-credential-key",
          "Settings for Docker Hub have a name that is not looked for",
          Severity.WARNING,
          Stage.PULL);

  private static final String HUB = RegistryNames.HUB;
  private static final String HOST = RegistryNames.HUB_HOST;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    boolean repairable = true;
    for (AuthEntry auth : subject.auths()) {
      Field<String> name = auth.name();
      if (name != null && isJudged(subject, name) && !subject.authNames().containsKey(HOST)) {
        Finding finding = auth(subject, name);
        boolean alone = !auth.legacy() || !subject.tlsNames().containsKey(name.value());
        out.accept(repairable && alone ? finding.withFix(Renaming.safe(name, HOST)) : finding);
        repairable &= !alone; // a second entry must not get the same name
      }
    }
    for (TlsEntry tls : subject.tls()) {
      Field<String> name = tls.name();
      if (name != null && isJudged(subject, name) && !Settings.isEmpty(tls)) {
        Finding finding = tls(subject, name);
        if (finding != null) {
          out.accept(finding);
        }
      }
    }
  }

  private static boolean isJudged(Subject subject, Field<String> name) {
    return (name.value().equals(HOST) || RegistryNames.isHub(name.value()))
        && !Placeholders.in(name.value())
        && !subject.endpointHosts().containsKey(name.value())
        && !RegistryNames.isNeverContacted(subject, HUB);
  }

  private static Finding auth(Subject subject, Field<String> name) {
    boolean pods =
        name.value().equals(HUB)
            && TalosChange.HUB_CREDENTIALS_FOR_PODS.in(subject.target().talos());
    return INFO.finding(
            subject.span(name.node()),
            pods
                ? Words.TALOS + " do not use these credentials, only pods do"
                : "nothing uses these credentials: Docker Hub's images come from " + HOST)
        .withHelp("write " + HOST + ", which works for both");
  }

  private static @Nullable Finding tls(Subject subject, Field<String> name) {
    boolean mirrored = subject.mirrorNames().containsKey(HUB);
    String here = name.value();
    String what;
    if (here.equals(HOST)) {
      what = Words.TALOS + " use these TLS settings, pods do not";
      if (!mirrored && subject.tlsNames().containsKey(HUB)) {
        return null;
      }
    } else if (here.equals(HUB) && !mirrored) {
      what = Words.TALOS + " do not use these TLS settings, only pods do";
      if (subject.tlsNames().containsKey(HOST)) {
        return null;
      }
    } else {
      what = "nothing uses these TLS settings: Docker Hub's images come from " + HOST;
    }
    String help =
        mirrored
            ? "name them " + HOST + " and make https://" + HOST + " the mirror's last endpoint"
            : "write them twice, for " + HOST + " (Talos) and for " + HUB + " (pods)";
    return INFO.finding(subject.span(name.node()), what).withHelp(help);
  }
}
