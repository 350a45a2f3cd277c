package dev.regwright.talos;

import dev.regwright.model.Auth;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.yaml.GoYaml;
import dev.regwright.yaml.YamlOut;
import dev.regwright.yaml.YamlOut.Field;
import dev.regwright.yaml.YamlOut.Fields;
import dev.regwright.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes registry configuration as a Talos version encodes it, byte for byte. It writes what it is
 * given and decides nothing: whether the version reads what is written is for others to ask.
 */
public final class TalosWriter {
  private static final String SEPARATOR = "---\n";

  /** From here on documents are written side by side. */
  private static final int MANY = 4096;

  private final GoYaml library;
  private final TalosComments comments;

  private TalosWriter(GoYaml library, TalosComments comments) {
    this.library = library;
    this.comments = comments;
  }

  /** A writer for a Talos version, without comments. */
  public static TalosWriter of(TalosVersion version) {
    return new TalosWriter(TalosReader.yamlOf(version), TalosComments.NONE);
  }

  /** This writer, writing comments into documents. */
  public TalosWriter commenting(TalosComments which) {
    return new TalosWriter(library, which);
  }

  /** One document for each value: mirrors, then credentials, then TLS settings. */
  public String documents(RegistryConfig config) {
    List<String> texts = new ArrayList<>();
    if (config.mirrors().size() > MANY) {
      texts.addAll(config.mirrors().values().parallelStream().map(this::document).toList());
    } else {
      config.mirrors().values().forEach(mirror -> texts.add(document(mirror)));
    }
    config.auths().values().forEach(auth -> texts.add(document(auth)));
    config.tls().values().forEach(tls -> texts.add(document(tls)));
    return join(texts);
  }

  /** A RegistryMirrorConfig. */
  public String document(Mirror mirror) {
    return text(DocumentForm.of(DocumentForm.API_VERSION, mirror, comments));
  }

  /** A RegistryAuthConfig. */
  public String document(Auth auth) {
    return text(DocumentForm.of(DocumentForm.API_VERSION, auth, comments));
  }

  /** A RegistryTLSConfig. */
  public String document(Tls tls) {
    return text(DocumentForm.of(DocumentForm.API_VERSION, tls, comments));
  }

  /**
   * A machine configuration that holds {@code machine.registries} and nothing else, as a patch or
   * part would.
   *
   * @throws IllegalArgumentException when the endpoints of a mirror differ in overridePath, for
   *     which there is one flag only; see {@link Mirror#hasUniformOverridePath}
   */
  public String legacy(RegistryConfig config) {
    var form = new LegacyForm();
    config.mirrors().values().forEach(mirror -> add(mirror, form));
    config.auths().values().forEach(form::auth);
    config.tls().values().forEach(form::tls);
    return legacy(form);
  }

  String legacy(LegacyForm form) {
    Fields registries = form.registries();
    List<Field> machine =
        registries.fields().isEmpty() ? List.of() : List.of(Field.of("registries", registries));
    return text(Fields.of(List.of(Field.of("machine", Fields.of(machine)))));
  }

  private static void add(Mirror mirror, LegacyForm form) {
    if (!mirror.hasUniformOverridePath()) {
      throw new IllegalArgumentException(
          "the endpoints of mirror " + mirror.name() + " differ in overridePath");
    }
    List<String> urls = new ArrayList<>();
    Boolean overridePath = null;
    for (Endpoint endpoint : mirror.endpoints()) {
      urls.add(endpoint.url());
      overridePath = endpoint.overridePath() == null ? overridePath : endpoint.overridePath();
    }
    form.mirror(mirror.name(), urls, overridePath, mirror.skipFallback());
  }

  String text(YamlOut document) {
    return comments == TalosComments.NONE
        ? YamlWriter.write(document, library)
        : YamlWriter.writeCommented(document, library);
  }

  TalosComments comments() {
    return comments;
  }

  /** Documents as one stream. */
  public static String join(List<String> documents) {
    return String.join(SEPARATOR, documents);
  }
}
