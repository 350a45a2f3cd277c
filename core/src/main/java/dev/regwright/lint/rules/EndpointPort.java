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
import org.jspecify.annotations.Nullable;

/**
 * A port that cannot be, that belongs to the other scheme, or that the mirror's name has and its
 * endpoint on the same host has not. Talos checks none of these.
 */
final class EndpointPort implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "endpoint-port", "The endpoint's port cannot be right", Severity.WARNING, Stage.PULL);

  private record Problem(String message, String help) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    Reachable.forEach(
        subject,
        endpoint -> {
          Problem problem = problem(endpoint.mirror().nameText(), endpoint.url());
          if (problem != null) {
            out.accept(
                INFO.finding(subject.span(endpoint.written().node()), problem.message)
                    .withHelp(problem.help));
          }
        });
  }

  private static @Nullable Problem problem(String mirror, EndpointUrl url) {
    String port = url.port();
    if (port.isEmpty()) {
      return url.host().endsWith(":") ? null : missing(mirror, url);
    }
    if (!isPort(port)) {
      return new Problem(
          "no request can be sent: " + EntryWords.name(port) + " is not a port", "use 1 to 65535");
    }
    if (url.scheme().equals("https") && port.equals("80")) {
      return new Problem(
          "requests speak TLS on port 80, where servers speak plain http",
          "write http://" + url.host() + " or " + withoutPort(url));
    }
    if (url.scheme().equals("http") && port.equals("443")) {
      return new Problem(
          "requests speak plain http on port 443, where servers speak TLS",
          "write https://" + url.host() + " or " + withoutPort(url));
    }
    return null;
  }

  private static String withoutPort(EndpointUrl url) {
    return url.scheme() + "://" + url.host().substring(0, url.host().lastIndexOf(':'));
  }

  /** Only for http: on the usual port of https there often is a proxy for the registry. */
  private static @Nullable Problem missing(String mirror, EndpointUrl url) {
    int colon = mirror.lastIndexOf(':');
    String port = mirror.substring(colon + 1);
    boolean forgotten =
        url.scheme().equals("http")
            && colon > 0
            && isPort(port)
            && !port.equals("80")
            && url.host().equalsIgnoreCase(mirror.substring(0, colon))
            && BasePath.of(url, false).equals("/v2");
    return forgotten
        ? new Problem(
            "requests go to port 80, and the mirror's name says port " + port,
            "write http://" + url.host() + ":" + port)
        : null;
  }

  private static boolean isPort(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return false;
    }
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      port = port * 10 + c - '0';
    }
    return port >= 1 && port <= 65535;
  }
}
