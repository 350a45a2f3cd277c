package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.function.Consumer;

/**
 * User name, password, query or fragment in an endpoint's URL: both pullers keep scheme, host and
 * path.
 */
final class EndpointUrlParts implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "endpoint-url-parts", "The pullers drop parts of the URL", Severity.WARNING, Stage.PULL);

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
          boolean user = url.userInfo() != null;
          if (user || !url.rawQuery().isEmpty() || !url.fragment().isEmpty()) {
            out.accept(finding(subject, endpoint, user));
          }
        });
  }

  private static Finding finding(Subject subject, Reachable endpoint, boolean user) {
    EndpointUrl url = endpoint.url();
    if (user) {
      return INFO.finding(
              subject.span(endpoint.written().node()),
              "requests go out without this user name and password, and Talos shows them wherever it"
                  + " shows the URL")
          .withHelp("move them into credentials for " + EntryWords.name(url.host()));
    }
    String right = Words.url(url, url.path());
    Finding finding =
        INFO.finding(
                subject.span(endpoint.written().node()),
                "requests go out without what follows "
                    + (url.rawQuery().isEmpty() ? "#" : "?")
                    + " in this URL")
            .withHelp("end the URL with its path");
    return url.rawPath().isEmpty()
        ? finding.withFix(Renaming.safe(endpoint.written(), right))
        : finding;
  }
}
