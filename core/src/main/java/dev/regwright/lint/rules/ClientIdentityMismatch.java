package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.model.TalosChange;
import dev.regwright.pki.ClientIdentityCheck;
import dev.regwright.pki.KeyMatch;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.List;
import java.util.function.Consumer;

/**
 * A client certificate with another key than its own, or with one that is no use for TLS. Talos
 * takes any pair and builds the TLS configuration at the first pull; so does containerd.
 */
final class ClientIdentityMismatch implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "client-identity-mismatch",
          "The client certificate and its key do not go together",
          Severity.ERROR,
          Stage.PULL);

  /** What Talos shows, and accepts again, in place of a key. */
  private static final String REDACTED = "******";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      YamlNode pair = tls.identity();
      boolean whole = tls.legacy() && !subject.patch();
      if (whole && pair != null && pair.resolved() instanceof YamlMapping identity) {
        half(subject, identity, out);
      }
      Field<String> cert = tls.cert();
      Field<String> key = tls.key();
      if (cert == null || key == null || !isJudged(subject, tls, cert.value(), key.value())) {
        continue;
      }
      KeyMatch match = KeyMatch.of(cert.value(), key.value());
      if (match.outcome() != KeyMatch.Outcome.MATCH) {
        out.accept(
            INFO.finding(
                    subject.span(key.node()),
                    "every pull from this host fails: "
                        + (match.outcome() == KeyMatch.Outcome.UNUSABLE
                            ? "certificate and key cannot be used for TLS"
                            : "the key is not that of the certificate"))
                .withHelp("give the unencrypted key the certificate was issued for")
                .withUpstream(match.upstream())
                .withRelated(subject.span(cert.node()), "the certificate"));
      }
    }
  }

  /** Talos refuses a document with one half only; {@code machine.registries} may have it. */
  private static void half(Subject subject, YamlMapping identity, Consumer<Finding> out) {
    for (String half : List.of("crt", "key")) {
      YamlNode value = identity.get(half);
      if (value == null || (value.resolved() instanceof YamlScalar text && text.isNull())) {
        String input = half.equals("crt") ? "certificate" : "key";
        out.accept(
            INFO.finding(
                    subject.span(identity),
                    "every pull from this host fails: clientIdentity has no " + half)
                .withHelp("add " + half + ", base64 of the PEM file, or remove clientIdentity")
                .withUpstream("tls: failed to find any PEM data in " + input + " input"));
        return;
      }
    }
  }

  /** What the validator refuses has been reported. */
  private static boolean isJudged(Subject subject, TlsEntry tls, String cert, String key) {
    if (Placeholders.in(cert) || Placeholders.in(key) || key.equals(REDACTED)) {
      return false;
    }
    if (tls.legacy()) {
      return true;
    }
    return TalosChange.ANY_PEM_KEY.in(subject.target().talos())
        ? ClientIdentityCheck.talos114(cert, key).isEmpty()
        : ClientIdentityCheck.talos112(cert, key).isEmpty();
  }
}
