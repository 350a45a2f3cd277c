package dev.regwright.talos;

import dev.regwright.model.Placeholders;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;

/** Tells what one document is and decodes it, reporting what Talos would refuse. */
final class DocumentDecoder {
  static final String MIRROR = "RegistryMirrorConfig";
  static final String AUTH = "RegistryAuthConfig";
  static final String TLS = "RegistryTLSConfig";

  private final Report report;
  private final TalosVersion version;
  private final TypeCheck types;
  private final UnknownKeys keys;
  private final EntryReader entries;

  DocumentDecoder(Report report, TalosVersion version) {
    this.report = report;
    this.version = version;
    Urls urls = new Urls(version);
    this.types = new TypeCheck(report, version, urls);
    this.keys = new UnknownKeys(report);
    this.entries = new EntryReader(urls);
  }

  TalosDocument decode(YamlDocument document, YamlMapping root) {
    DocumentType type = DocumentType.of(root, version);
    if (type.failure() != null && type.failedAt() != null) {
      failure(type.failure(), type.failedAt());
      return new TalosDocument.Other(document, type.kind(), false);
    }
    if (isMachineConfig(type)) {
      check(root, Shapes.MACHINE_CONFIG);
      return new LegacyReader(entries).read(document, root);
    }
    if (type.kind().isEmpty()) {
      missingKind(root);
      return new TalosDocument.Other(document, "", false);
    }
    if (!isRegistered(type, root)) {
      return new TalosDocument.Other(
          document, type.kind(), KindTable.get().since(type.kind()) != null);
    }
    return registered(document, root, type.kind());
  }

  /** The machine configuration has no kind; it is registered as v1alpha1 of any version, too. */
  private static boolean isMachineConfig(DocumentType type) {
    return type.kind().isEmpty()
        ? type.version().equals("v1alpha1")
        : type.kind().equals("v1alpha1") && !type.version().isEmpty();
  }

  /** A document that was decoded before, with another content of the same type. */
  TalosDocument again(TalosDocument old, YamlMapping root) {
    YamlDocument document = old.yaml().withRoot(root);
    if (old instanceof TalosDocument.Machine) {
      return new LegacyReader(entries).read(document, root);
    } else if (old instanceof TalosDocument.Mirror) {
      return new TalosDocument.Mirror(document, entries.mirror(root));
    } else if (old instanceof TalosDocument.Auth) {
      return new TalosDocument.Auth(document, entries.auth(root));
    } else if (old instanceof TalosDocument.Tls) {
      return new TalosDocument.Tls(document, entries.tls(root));
    }
    TalosDocument.Other other = (TalosDocument.Other) old;
    return new TalosDocument.Other(document, other.kind(), other.known());
  }

  private TalosDocument registered(YamlDocument document, YamlMapping root, String kind) {
    return switch (kind) {
      case MIRROR -> {
        check(root, Shapes.MIRROR);
        yield new TalosDocument.Mirror(document, entries.mirror(root));
      }
      case AUTH -> {
        check(root, Shapes.AUTH);
        yield new TalosDocument.Auth(document, entries.auth(root));
      }
      case TLS -> {
        check(root, Shapes.TLS);
        yield new TalosDocument.Tls(document, entries.tls(root));
      }
      default -> new TalosDocument.Other(document, kind, true);
    };
  }

  private void check(YamlMapping root, Shape.Struct shape) {
    types.check(root, shape);
    keys.check(root, shape);
  }

  private boolean isRegistered(DocumentType type, YamlMapping root) {
    if (type.version().isEmpty()) {
      missingApiVersion(type, root);
      return false;
    }
    boolean common =
        type.version().equals("v1alpha1")
            && TalosChange.REGISTRY_DOCUMENTS.in(version)
            && (type.kind().equals(MIRROR) || type.kind().equals(AUTH) || type.kind().equals(TLS));
    if (common || KindTable.get().registered(type.kind(), type.version(), version)) {
      return true;
    }
    unknownKind(type, root);
    return false;
  }

  private void failure(String failure, YamlNode at) {
    if (failure.endsWith(" decode")) {
      String problem = new Wording(version).cannotDecode(at, "string", false);
      report.add(
          LoadRules.WRONG_TYPE,
          at,
          TypeAdvice.message(at.resolved(), new Shape.Text(false)),
          failure + ": line " + report.line(at) + ": " + problem);
      return;
    }
    report.add(
        LoadRules.VALUE_READ_AS_KEY
            .finding(
                report.span(at),
                "Talos crashes: it takes this value for a key and looks for another value behind it")
            .withHelp("move this line above another one; the value must not be the document's last")
            .withUpstream(failure));
  }

  private void missingKind(YamlMapping root) {
    report.add(
        LoadRules.MISSING_KIND
            .finding(
                report.span(root), "Talos refuses the file: this document does not say its kind")
            .withHelp("add kind: " + MIRROR + " (or " + AUTH + ", " + TLS + ", …)")
            .withUpstream("missing kind"));
  }

  private void missingApiVersion(DocumentType type, YamlMapping root) {
    boolean told = TalosChange.MISSING_API_VERSION_TEXT.in(version);
    report.add(
        LoadRules.MISSING_API_VERSION
            .finding(
                report.span(root),
                "Talos refuses the file: this document does not say its apiVersion")
            .withHelp("add apiVersion: v1alpha1")
            .withUpstream(told ? "missing apiVersion" : notRegistered(type)));
  }

  private void unknownKind(DocumentType type, YamlMapping root) {
    YamlNode at = type.kindNode() == null ? root : type.kindNode();
    if (Placeholders.in(type.kind()) || Placeholders.in(type.version())) {
      return;
    }
    if (type.fromValue() != null) {
      report.add(
          LoadRules.VALUE_READ_AS_KEY
              .finding(
                  report.span(type.fromValue()),
                  "Talos takes this value for a key, and what follows for the document's kind or version")
              .withHelp("move this line above the kind and apiVersion lines")
              .withUpstream(notRegistered(type)));
      return;
    }
    report.add(
        LoadRules.UNKNOWN_KIND
            .finding(report.span(at), KindAdvice.message(type, version))
            .withHelp(KindAdvice.help(type, version))
            .withUpstream(notRegistered(type)));
  }

  private static String notRegistered(DocumentType type) {
    return "\""
        + KeyAdvice.quotable(type.kind())
        + "\" \""
        + KeyAdvice.quotable(type.version())
        + "\": not registered";
  }
}
