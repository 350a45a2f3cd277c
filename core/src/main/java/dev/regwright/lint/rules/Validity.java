package dev.regwright.lint.rules;

import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.pki.CaCheck;
import dev.regwright.pki.CertificateFacts;
import dev.regwright.pki.Pem;
import dev.regwright.pki.PemBlock;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How long the certificates of one field are of use: a CA bundle as long as any of its
 * certificates, because rotating one means to list old and new for a while.
 *
 * @param field the CA or the client certificate
 * @param ca whether it is the CA
 * @param first the first day
 * @param last the last day
 */
record Validity(Field<String> field, boolean ca, LocalDate first, LocalDate last) {

  /** All certificates that count and can be read, and the day they are to be of use. */
  static void forEach(Subject subject, BiConsumer<Validity, LocalDate> action) {
    LocalDate today = subject.target().today();
    if (today == null) {
      return;
    }
    for (TlsEntry tls : subject.tls()) {
      Field<String> ca = tls.ca();
      List<CertificateFacts> trusted = trusted(tls);
      if (ca != null && !trusted.isEmpty()) {
        action.accept(of(ca, true, trusted), today);
      }
      Field<String> cert = tls.cert();
      List<CertificateFacts> shown = shown(tls);
      if (cert != null && !shown.isEmpty()) {
        action.accept(of(cert, false, shown), today);
      }
    }
  }

  private static Validity of(Field<String> field, boolean ca, List<CertificateFacts> facts) {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (CertificateFacts one : facts) {
      first = one.notBefore().isBefore(first) ? one.notBefore() : first;
      last = one.notAfter().isAfter(last) ? one.notAfter() : last;
    }
    return new Validity(field, ca, day(first), day(last));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** What is known of the CA's certificates, if they are looked at when pulling. */
  static List<CertificateFacts> trusted(TlsEntry tls) {
    Field<String> ca = tls.ca();
    if (ca == null || skipsVerify(tls) || Placeholders.in(ca.value())) {
      return List.of();
    }
    List<CertificateFacts> facts = new ArrayList<>();
    for (PemBlock block : CaCheck.accepted(ca.value())) {
      CertificateFacts.of(block).ifPresent(facts::add);
    }
    return facts;
  }

  /** What is known of the client certificate, the first of its chain; at most one. */
  static List<CertificateFacts> shown(TlsEntry tls) {
    Field<String> cert = tls.cert();
    if (cert == null || Placeholders.in(cert.value())) {
      return List.of();
    }
    for (PemBlock block : Pem.blocks(cert.value())) {
      if (block.type().equals(PemBlock.CERTIFICATE)) {
        return CertificateFacts.of(block).stream().toList();
      }
    }
    return List.of();
  }

  static boolean skipsVerify(TlsEntry tls) {
    Field<Boolean> flag = tls.insecureSkipVerify();
    return flag != null && flag.value();
  }

  /** What is wrong with a field that is of no use at the time. */
  String consequence() {
    return ca
        ? "no certificate this CA has signed is trusted"
        : "the registry refuses this client certificate";
  }
}
