package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.pki.CertificateFacts;
import dev.regwright.pki.KeyAlgorithm;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A certificate today's TLS libraries refuse, or soon will: RSA keys below 2048 bits, and client
 * certificates signed with SHA-1 or MD5. How a CA itself is signed nobody looks at.
 */
final class WeakCertificate implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "weak-certificate",
          "The certificate's key or signature is too weak",
          Severity.WARNING,
          Stage.ADVICE);

  private static final int STRONG = 2048;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      report(subject, tls.ca(), weakKey(Validity.trusted(tls)), out);
      List<CertificateFacts> shown = Validity.shown(tls);
      String weakness = weakKey(shown);
      report(subject, tls.cert(), weakness == null ? weakSignature(shown) : weakness, out);
    }
  }

  private static void report(
      Subject subject,
      @Nullable Field<String> field,
      @Nullable String weakness,
      Consumer<Finding> out) {
    if (field != null && weakness != null) {
      out.accept(
          INFO.finding(
                  subject.span(field.node()),
                  "current TLS libraries refuse this certificate, or are about to: it " + weakness)
              .withHelp("issue it anew with SHA-256 and an RSA key of 2048 bits, or with ECDSA"));
    }
  }

  private static @Nullable String weakKey(List<CertificateFacts> facts) {
    for (CertificateFacts one : facts) {
      KeyAlgorithm key = one.key();
      if (key.name().equals("RSA") && key.bits() > 0 && key.bits() < STRONG) {
        return "has an RSA key of " + key.bits() + " bits";
      }
    }
    return null;
  }

  private static @Nullable String weakSignature(List<CertificateFacts> facts) {
    for (CertificateFacts one : facts) {
      String signature = one.signature().toUpperCase(Locale.ROOT);
      if (signature.startsWith("SHA1") || signature.startsWith("MD5")) {
        return "is signed with " + (signature.startsWith("MD5") ? "MD5" : "SHA-1");
      }
    }
    return null;
  }
}
