package dev.regwright.generate;

import dev.regwright.generate.Access.PemText;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.Tls;
import dev.regwright.pki.CaCheck;
import dev.regwright.pki.KeyMatch;
import dev.regwright.pki.Pem;
import dev.regwright.pki.PemBlock;
import dev.regwright.pki.PemTrouble;
import dev.regwright.pki.Pkcs8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks certificates and keys as far as the nodes would, and takes from the files what belongs
 * into a configuration: certificates go in without comments, and never with a key among them.
 */
final class TlsSettings {
  private final Access access;
  private final List<String> notes;

  TlsSettings(Access access, List<String> notes) {
    this.access = access;
    this.notes = notes;
  }

  List<Tls> of(List<String> hosts) throws RefusedException {
    String ca = access.ca() == null ? null : certificates(access.ca());
    ClientIdentity identity = identity();
    Boolean skip = access.skipVerify() ? Boolean.TRUE : null;
    List<Tls> tls = new ArrayList<>();
    for (String host : hosts) {
      tls.add(new Tls(host, identity, ca, skip));
    }
    return tls;
  }

  private String certificates(PemText file) throws RefusedException {
    PemTrouble trouble = PemTrouble.ofCertificates(file.text()).orElse(null);
    if (trouble != null) {
      throw new RefusedException(
          file.name() + " holds no certificate that Talos takes (" + trouble.hint() + ")",
          "give a file with BEGIN CERTIFICATE in it");
    }
    List<PemBlock> accepted = CaCheck.accepted(file.text());
    int others = Pem.blocks(file.text()).size() - accepted.size();
    if (others > 0) {
      notes.add(
          "Of "
              + file.name()
              + " only the certificates were taken; "
              + others
              + (others == 1 ? " other block was" : " other blocks were")
              + " left out.");
    }
    StringBuilder text = new StringBuilder();
    for (PemBlock block : accepted) {
      text.append(Pem.encode(PemBlock.CERTIFICATE, block.der()));
    }
    return text.toString();
  }

  private @Nullable ClientIdentity identity() throws RefusedException {
    PemText certificate = access.certificate();
    PemText key = access.key();
    if (certificate == null && key == null) {
      return null;
    }
    if (certificate == null || key == null) {
      throw new RefusedException(
          certificate == null
              ? "there is a client key but no certificate"
              : "there is a client certificate but no key",
          "give both; one file may serve for both");
    }
    String certificates = certificates(certificate);
    String keyText = key(key);
    KeyMatch match = KeyMatch.of(certificates, keyText);
    if (match.outcome() != KeyMatch.Outcome.MATCH) {
      throw new RefusedException(
          "no pull would work with %s and %s (%s)"
              .formatted(certificate.name(), key.name(), match.upstream()),
          "give the key that was made with the certificate; the client's own certificate comes first"
              + " in its file");
    }
    return new ClientIdentity(certificates, keyText);
  }

  /**
   * The key alone. Blocks in front of it or behind it, such as EC PARAMETERS or certificates, are
   * what the check of Talos 1.12 stumbles on.
   */
  private static String key(PemText file) throws RefusedException {
    Pkcs8.Result result = Pkcs8.convert(file.text());
    if (result instanceof Pkcs8.Impossible impossible) {
      throw new RefusedException(
          file.name() + " is of no use as a client key (" + impossible.why() + ")",
          "give an unencrypted private key in PEM form");
    }
    List<PemBlock> blocks = Pem.blocks(file.text());
    if (blocks.size() == 1) {
      PemBlock only = blocks.get(0);
      return Pem.encode(only.type(), only.der());
    }
    if (result instanceof Pkcs8.Converted converted) {
      return converted.pem();
    }
    return Pem.encode(PemBlock.PRIVATE_KEY, blocks.get(0).der());
  }
}
