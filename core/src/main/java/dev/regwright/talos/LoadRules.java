package dev.regwright.talos;

import static dev.regwright.source.Severity.ERROR;
import static dev.regwright.source.Severity.WARNING;
import static dev.regwright.source.Stage.LOAD;
import static dev.regwright.source.Stage.PULL;
import static dev.regwright.source.Stage.VALIDATE;

import dev.regwright.source.RuleInfo;
import java.util.List;

/** What Talos's own loader and validator say, each with an id in the one catalogue. */
public final class LoadRules {
  static final RuleInfo YAML_ENCODING =
      new RuleInfo("yaml-encoding", "The file is not text YAML allows", ERROR, LOAD);
  static final RuleInfo YAML_SYNTAX =
      new RuleInfo("yaml-syntax", "The document is not YAML", ERROR, LOAD);
  static final RuleInfo YAML_DEPTH =
      new RuleInfo("yaml-depth", "The document is nested too deep", ERROR, LOAD);
  static final RuleInfo UNKNOWN_ANCHOR =
      new RuleInfo("unknown-anchor", "An alias has no anchor", ERROR, LOAD);
  static final RuleInfo DUPLICATE_KEY =
      new RuleInfo("duplicate-key", "A mapping has the same key twice", ERROR, LOAD);
  static final RuleInfo NO_DOCUMENT =
      new RuleInfo("no-document", "The file holds no document", ERROR, LOAD);
  static final RuleInfo EMPTY_DOCUMENT =
      new RuleInfo("empty-document", "This Talos version panics on an empty document", ERROR, LOAD);
  static final RuleInfo NOT_A_DOCUMENT =
      new RuleInfo("not-a-document", "The document is not a mapping", ERROR, LOAD);
  static final RuleInfo DUPLICATE_DOCUMENT =
      new RuleInfo("duplicate-document", "Two documents have the same kind and name", ERROR, LOAD);
  static final RuleInfo MISSING_KIND =
      new RuleInfo("missing-kind", "The document does not say its kind", ERROR, LOAD);
  static final RuleInfo MISSING_API_VERSION =
      new RuleInfo("missing-api-version", "The document does not say its apiVersion", ERROR, LOAD);
  static final RuleInfo UNKNOWN_KIND =
      new RuleInfo("unknown-kind", "This Talos version has no document of that kind", ERROR, LOAD);
  static final RuleInfo VALUE_READ_AS_KEY =
      new RuleInfo(
          "value-read-as-key",
          "Talos takes a value for the document's kind or version",
          ERROR,
          LOAD);
  static final RuleInfo WRONG_TYPE =
      new RuleInfo("wrong-type", "The value has a type Talos does not take here", ERROR, LOAD);
  static final RuleInfo BAD_URL = new RuleInfo("bad-url", "The URL does not parse", ERROR, LOAD);
  static final RuleInfo BAD_BASE64 =
      new RuleInfo("bad-base64", "The value is not base64", ERROR, LOAD);
  static final RuleInfo UNKNOWN_KEY =
      new RuleInfo("unknown-key", "Talos does not know this key", ERROR, LOAD);
  static final RuleInfo IGNORED_KEY =
      new RuleInfo("ignored-key", "Talos silently ignores this key", WARNING, PULL);

  /** What else Talos says against a patch when it applies it. */
  public static final RuleInfo PATCH_REFUSED =
      new RuleInfo("patch-refused", "Talos does not apply the patch", ERROR, LOAD);

  static final RuleInfo BAD_PATCH_DELETE =
      new RuleInfo("bad-patch-delete", "Talos cannot follow this $patch: delete", ERROR, LOAD);
  static final RuleInfo NAME_REQUIRED =
      new RuleInfo("name-required", "The document has no name", ERROR, VALIDATE);
  static final RuleInfo ENDPOINT_URL_REQUIRED =
      new RuleInfo("endpoint-url-required", "The endpoint has no URL", ERROR, VALIDATE);
  static final RuleInfo ENDPOINT_SCHEME =
      new RuleInfo("endpoint-scheme", "The endpoint is neither http nor https", ERROR, VALIDATE);
  static final RuleInfo AUTH_FORMS_MIXED =
      new RuleInfo(
          "auth-forms-mixed", "Credentials are given in more than one form", ERROR, VALIDATE);
  static final RuleInfo CA_NOT_PEM =
      new RuleInfo("ca-not-pem", "The CA holds no certificate Talos can read", ERROR, VALIDATE);
  static final RuleInfo CLIENT_IDENTITY =
      new RuleInfo("client-identity", "The client certificate or key is refused", ERROR, VALIDATE);
  static final RuleInfo NULL_ENTRY =
      new RuleInfo("null-entry", "A registry's entry has no value", ERROR, VALIDATE);
  static final RuleInfo INCOMPLETE_CONFIG =
      new RuleInfo(
          "incomplete-config", "The machine configuration is not complete", ERROR, VALIDATE);

  /** All of them, in the order Talos would come upon them. */
  public static final List<RuleInfo> ALL =
      List.of(
          YAML_ENCODING,
          YAML_SYNTAX,
          YAML_DEPTH,
          UNKNOWN_ANCHOR,
          NO_DOCUMENT,
          EMPTY_DOCUMENT,
          NOT_A_DOCUMENT,
          DUPLICATE_DOCUMENT,
          MISSING_KIND,
          MISSING_API_VERSION,
          UNKNOWN_KIND,
          VALUE_READ_AS_KEY,
          DUPLICATE_KEY,
          WRONG_TYPE,
          BAD_URL,
          BAD_BASE64,
          UNKNOWN_KEY,
          IGNORED_KEY,
          BAD_PATCH_DELETE,
          PATCH_REFUSED,
          NAME_REQUIRED,
          ENDPOINT_URL_REQUIRED,
          ENDPOINT_SCHEME,
          AUTH_FORMS_MIXED,
          CA_NOT_PEM,
          CLIENT_IDENTITY,
          NULL_ENTRY,
          INCOMPLETE_CONFIG);

  private LoadRules() {}
}
