package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * An endpoint with an IPv6 address becomes the key of a table in {@code hosts.toml}, and the TOML
 * library of containerd 1.x takes no bracket there.
 */
final class Ipv6EndpointInVersion implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ipv6-endpoint-in-version",
          "This containerd cannot read an IPv6 endpoint",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean appliesTo(Target target) {
    return target.containerd().major() < 2;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      int size = mirror.endpoints().size();
      // with skipFallback the last endpoint is no key: it becomes the file's server
      int tables = mirror.skipsFallback() ? size - 1 : size;
      for (int i = 0; i < tables; i++) {
        EndpointEntry endpoint = mirror.endpoints().get(i);
        EndpointUrl url = endpoint.parsed();
        Field<String> written = endpoint.url();
        if (url != null && written != null && url.host().startsWith("[")) {
          out.accept(
              INFO.finding(
                      subject.span(written.node()),
                      "pods pull from "
                          + EntryWords.upstream(mirror)
                          + " and never from this mirror: containerd "
                          + subject.target().containerd()
                          + " cannot read a hosts.toml with an IPv6 address")
                  .withHelp("use a name, or Talos 1.8 or newer"));
        }
      }
    }
  }
}
