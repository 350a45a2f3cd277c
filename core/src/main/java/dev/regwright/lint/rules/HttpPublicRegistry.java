package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.function.Consumer;

/**
 * A public registry over plain http. These redirect to https at best, and who answers in their
 * place decides what runs.
 */
final class HttpPublicRegistry implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "http-public-registry",
          "A public registry is asked over plain http",
          Severity.WARNING,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    Reachable.forEach(
        subject,
        endpoint -> {
          EndpointUrl url = endpoint.url();
          if (url.scheme().equals("http") && PublicRegistries.HOSTS.contains(Hosts.plain(url))) {
            String right = "https://" + Hosts.plain(url);
            Finding finding =
                INFO.finding(
                        subject.span(endpoint.written().node()),
                        "anybody on the way can put other images in place of those of "
                            + url.host())
                    .withHelp("write " + right);
            boolean root =
                url.path().isEmpty() && url.userInfo() == null && url.rawQuery().isEmpty();
            out.accept(root ? finding.withFix(Renaming.safe(endpoint.written(), right)) : finding);
          }
        });
  }
}
