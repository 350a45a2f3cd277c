package dev.regwright.talos;

import dev.regwright.model.Auth;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.Tls;
import dev.regwright.yaml.YamlOut;
import dev.regwright.yaml.YamlOut.Field;
import dev.regwright.yaml.YamlOut.Fields;
import dev.regwright.yaml.YamlOut.Items;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three kinds of registry document, field by field as Talos's encoder orders them. */
final class DocumentForm {
  static final String API_VERSION = "v1alpha1";

  /** What Talos shows in place of an absent clientIdentity, comments on. */
  private static final String IDENTITY_EXAMPLE =
      """
      clientIdentity:
          cert: |-
              -----BEGIN CERTIFICATE-----
              MIID...IDAQAB
              -----END CERTIFICATE-----
          key: |-
              -----BEGIN PRIVATE KEY-----
              MIIE...AB
              -----END PRIVATE KEY-----""";

  private static final String IDENTITY_DOC = "Enable mutual TLS authentication with the registry.";
  private static final String LOGIN_DOC = "Username/password authentication.";

  private final TalosComments comments;
  private final List<Field> fields = new ArrayList<>();

  private DocumentForm(TalosComments comments) {
    this.comments = comments;
  }

  /**
   * A RegistryMirrorConfig.
   *
   * @param apiVersion its apiVersion, empty when it has none
   */
  static Fields of(String apiVersion, Mirror mirror, TalosComments comments) {
    var form = new DocumentForm(comments);
    form.head(apiVersion, DocumentDecoder.MIRROR);
    form.name(mirror.name(), "Registry name to apply the mirror configuration to.");
    List<YamlOut> endpoints = new ArrayList<>();
    for (Endpoint endpoint : mirror.endpoints()) {
      endpoints.add(endpoint(endpoint, comments));
    }
    if (!endpoints.isEmpty()) {
      form.add("endpoints", new Items(endpoints), "List of mirror endpoints for the registry.");
    }
    form.flag(
        "skipFallback",
        mirror.skipFallback(),
        "Skip fallback to the original registry if none of the mirrors are available");
    return Fields.of(form.fields);
  }

  private static Fields endpoint(Endpoint endpoint, TalosComments comments) {
    var form = new DocumentForm(comments);
    form.add("url", new YamlOut.Text(endpoint.url()), "The URL of the registry mirror endpoint.");
    form.flag(
        "overridePath",
        endpoint.overridePath(),
        "Use endpoint path as supplied, without adding `/v2/` suffix.");
    return Fields.of(form.fields);
  }

  /** A RegistryAuthConfig. */
  static Fields of(String apiVersion, Auth auth, TalosComments comments) {
    var form = new DocumentForm(comments);
    form.head(apiVersion, DocumentDecoder.AUTH);
    form.name(auth.name(), "Registry endpoint to apply the authentication configuration to.");
    form.text("username", auth.username(), LOGIN_DOC);
    form.text("password", auth.password(), LOGIN_DOC);
    form.text("auth", auth.auth(), "Raw authentication string.");
    form.text("identityToken", auth.identityToken(), "Identity token authentication.");
    return Fields.of(form.fields);
  }

  /** A RegistryTLSConfig. */
  static Fields of(String apiVersion, Tls tls, TalosComments comments) {
    var form = new DocumentForm(comments);
    form.head(apiVersion, DocumentDecoder.TLS);
    form.name(tls.name(), "Registry endpoint to apply the TLS configuration to.");
    ClientIdentity identity = tls.clientIdentity();
    if (identity != null) {
      var pair = new DocumentForm(TalosComments.NONE);
      pair.text("cert", identity.cert(), "");
      pair.text("key", identity.key(), "");
      form.add("clientIdentity", Fields.of(pair.fields), IDENTITY_DOC);
    }
    form.text("ca", tls.ca(), "CA registry certificate to add the list of trusted certificates.");
    form.flag(
        "insecureSkipVerify",
        tls.insecureSkipVerify(),
        "Skip TLS server certificate verification (not recommended).");
    return new Fields(form.fields, identity == null ? identityExample(comments) : null);
  }

  private static @Nullable String identityExample(TalosComments comments) {
    if (!comments.examples()) {
      return null;
    }
    return comments.docs() ? "# " + IDENTITY_DOC + "\n" + IDENTITY_EXAMPLE : IDENTITY_EXAMPLE;
  }

  private void head(String apiVersion, String kind) {
    if (!apiVersion.isEmpty()) {
      fields.add(Field.of("apiVersion", new YamlOut.Text(apiVersion)));
    }
    fields.add(Field.of("kind", new YamlOut.Text(kind)));
  }

  private void name(String name, String doc) {
    add("name", new YamlOut.Text(name), doc);
  }

  private void text(String key, @Nullable String value, String doc) {
    if (value != null) {
      add(key, new YamlOut.Text(value), doc);
    }
  }

  private void flag(String key, @Nullable Boolean value, String doc) {
    if (value != null) {
      add(key, new YamlOut.Flag(value), doc);
    }
  }

  private void add(String key, YamlOut value, String doc) {
    fields.add(new Field(key, value, comments.docs() ? doc : null));
  }
}
