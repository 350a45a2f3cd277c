package dev.regwright.talos;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Placeholders;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosMode;
import dev.regwright.pki.CaCheck;
import dev.regwright.pki.ClientIdentityCheck;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code talosctl validate} says about the registry documents and {@code machine.registries}:
 * the Validate methods of {@code pkg/machinery/config/types/cri} and the registry part of {@code
 * v1alpha1_validation.go}.
 */
public final class TalosValidator {
  private final TalosFile file;
  private final List<DocumentErrors> all = new ArrayList<>();
  private List<Finding> current = new ArrayList<>();

  private TalosValidator(TalosFile file) {
    this.file = file;
  }

  /**
   * Validates a file.
   *
   * @param mode the machine's mode, when the file is to be judged as a complete configuration; null
   *     when it may be a part or a patch
   * @return the documents with errors, in Talos's order
   */
  public static List<DocumentErrors> validate(TalosFile file, @Nullable TalosMode mode) {
    return new TalosValidator(file).run(mode);
  }

  private List<DocumentErrors> run(@Nullable TalosMode mode) {
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Machine machine) {
        machine(machine, mode);
      }
    }
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Mirror m) {
        mirror(m.entry());
        finish(DocumentDecoder.MIRROR + "/" + m.entry().nameText());
      } else if (document instanceof TalosDocument.Auth a) {
        auth(a.entry());
        finish(DocumentDecoder.AUTH + "/" + a.entry().nameText());
      } else if (document instanceof TalosDocument.Tls t) {
        tls(t.entry());
        finish(DocumentDecoder.TLS + "/" + t.entry().nameText());
      }
    }
    if (mode != null) {
      current.addAll(Completeness.ofAll(file, mode));
      finish("");
    }
    return all;
  }

  private void finish(String prefix) {
    if (!current.isEmpty()) {
      all.add(new DocumentErrors(prefix, current));
      current = new ArrayList<>();
    }
  }

  private void helped(RuleInfo rule, YamlNode at, String message, String help, String upstream) {
    current.add(rule.finding(file.span(at), message).withHelp(help).withUpstream(upstream));
  }

  private void machine(TalosDocument.Machine machine, @Nullable TalosMode mode) {
    if (mode != null) {
      current.addAll(Completeness.ofMachine(file, machine, mode));
    }
    if (file.patch() || !TalosChange.SKIP_FALLBACK.in(file.version())) {
      finish("v1alpha1.Config");
      return;
    }
    for (TalosDocument.NullEntry entry : machine.nullEntries()) {
      helped(
          LoadRules.NULL_ENTRY,
          entry.key().node(),
          "Talos refuses the configuration: this entry has no value",
          "write {} to keep an empty entry, or remove the line",
          "registries." + entry.map() + "[\"" + entry.key().value() + "\"] is null");
    }
    finish("v1alpha1.Config");
  }

  private void name(@Nullable Field<String> name, YamlNode root, String example) {
    if (name == null && !file.patch()) {
      YamlMapping mapping = EntryReader.asMapping(root);
      YamlMapping.Entry written = mapping == null ? null : mapping.find("name");
      helped(
          LoadRules.NAME_REQUIRED,
          written == null ? root : written.key(),
          "Talos refuses the configuration: this document has no name",
          "add name: " + example,
          "name must be specified");
    }
  }

  private void mirror(MirrorEntry mirror) {
    name(mirror.name(), mirror.node(), "docker.io (the registry part of the image names)");
    int index = 0;
    for (EndpointEntry endpoint : mirror.endpoints()) {
      endpoint(endpoint, index++);
    }
  }

  private void endpoint(EndpointEntry endpoint, int index) {
    if (endpoint.url() == null) {
      current.add(
          LoadRules.ENDPOINT_URL_REQUIRED
              .finding(
                  file.span(endpoint.node()),
                  "Talos refuses the configuration: this endpoint has no URL")
              .withUpstream("endpoints[" + index + "].url must be specified"));
      return;
    }
    EndpointUrl url = endpoint.parsed();
    if (url != null && !url.scheme().equals("http") && !url.scheme().equals("https")) {
      String shown =
          url.scheme().isEmpty() ? "no scheme" : "the scheme " + KeyAdvice.quotable(url.scheme());
      helped(
          LoadRules.ENDPOINT_SCHEME,
          endpoint.url().node(),
          "Talos refuses the configuration: the URL has "
              + shown
              + ", and it takes http and https only",
          "begin the URL with https:// or http://",
          "endpoints[" + index + "].url has unsupported scheme: \"" + url.scheme() + "\"");
    }
  }

  private void auth(AuthEntry auth) {
    name(
        auth.name(),
        auth.node(),
        "the host and port of the endpoint, such as harbor.example.org:5000");
    if (auth.username() != null && auth.identityToken() != null) {
      mixed(
          auth.identityToken(),
          "only one of username/password or identityToken authentication can be specified");
    }
    Field<String> other = auth.username() != null ? auth.username() : auth.identityToken();
    if (auth.auth() != null && other != null) {
      mixed(
          auth.auth(),
          "only one of auth, username/password or identityToken authentication can be specified");
    }
  }

  private void mixed(Field<String> at, String upstream) {
    helped(
        LoadRules.AUTH_FORMS_MIXED,
        at.node(),
        "Talos refuses the configuration: credentials are given in more than one form",
        "keep one of username and password, auth, identityToken",
        upstream);
  }

  private void tls(TlsEntry tls) {
    name(
        tls.name(),
        tls.node(),
        "the host and port of the endpoint, such as harbor.example.org:5000");
    Field<String> ca = tls.ca();
    if (ca != null && !Placeholders.in(ca.value()) && !CaCheck.accepts(ca.value())) {
      helped(
          LoadRules.CA_NOT_PEM,
          ca.node(),
          "Talos refuses the configuration: the CA holds no certificate it can read",
          CertificateAdvice.ca(ca.value()),
          CaCheck.ERROR);
    }
    if (tls.identity() != null) {
      clientIdentity(tls, tls.identity());
    }
  }

  private void clientIdentity(TlsEntry tls, YamlNode identity) {
    String cert = tls.cert() == null ? "" : tls.cert().value();
    String key = tls.key() == null ? "" : tls.key().value();
    if (Placeholders.in(cert) || Placeholders.in(key)) {
      return;
    }
    List<ClientIdentityCheck.Problem> problems =
        TalosChange.ANY_PEM_KEY.in(file.version())
            ? ClientIdentityCheck.talos114(cert, key)
            : ClientIdentityCheck.talos112(cert, key);
    for (ClientIdentityCheck.Problem problem : problems) {
      boolean ofCert = problem.field() == ClientIdentityCheck.Field.CERTIFICATE;
      Field<String> field = ofCert ? tls.cert() : tls.key();
      helped(
          LoadRules.CLIENT_IDENTITY,
          field == null ? identity : field.node(),
          "Talos refuses the configuration: the client "
              + (ofCert ? "certificate" : "key")
              + " is not usable",
          ofCert ? CertificateAdvice.certificate(cert) : CertificateAdvice.key(key),
          problem.upstream());
    }
  }
}
