package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.UrlParse;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of {@code machine.registries} that is not an http or https URL. Talos checks those of
 * documents only. Without a scheme containerd takes https and machined fails
 * (siderolabs/talos#8543); what does not parse keeps Talos from writing any of containerd's files
 * ({@code cri/containerd/hosts.go}).
 */
final class LegacyEndpointUrl implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "legacy-endpoint-url",
          "The endpoint in machine.registries is no http or https URL",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      if (mirror.legacy()) {
        for (EndpointEntry endpoint : mirror.endpoints()) {
          Field<String> written = endpoint.url();
          if (written != null && endpoint.parse() != null) {
            check(subject, mirror, written, endpoint.parse(), out);
          }
        }
      }
    }
  }

  private static void check(
      Subject subject,
      MirrorEntry mirror,
      Field<String> written,
      UrlParse parse,
      Consumer<Finding> out) {
    String text = written.value();
    String message;
    if (parse instanceof UrlParse.Ok ok) {
      message = message(mirror, text, ok.url().scheme());
    } else {
      message =
          "no registry setting reaches the pods, and "
              + Words.TALOS
              + " of "
              + EntryWords.images(mirror)
              + " fail: the URL does not parse";
    }
    if (message != null) {
      boolean host = text.indexOf("//") < 0 && RegistryNames.isHostName(withoutPath(text));
      Finding finding =
          INFO.finding(subject.span(written.node()), message)
              .withHelp("begin the URL with https:// or http://");
      out.accept(host ? finding.withFix(Renaming.unsafe(written, "https://" + text)) : finding);
    }
  }

  /** What pods do depends on the text alone, as containerd looks for the first letters. */
  private static @Nullable String message(MirrorEntry mirror, String text, String scheme) {
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (http && text.startsWith(scheme)) {
      return null;
    }
    if (text.isEmpty()) {
      return "this endpoint is never asked: it is empty";
    }
    if (http) {
      return "pods never reach this mirror: containerd knows schemes in lower case only";
    }
    boolean bare = text.indexOf("//") < 0 && !text.startsWith("http");
    return Words.TALOS
        + " never reach this mirror of "
        + EntryWords.images(mirror)
        + ", and pods "
        + (bare ? "do over https" : "do not either")
        + ": the URL does not begin with https:// or http://";
  }

  private static String withoutPath(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }
}
