package dev.regwright.talos;

import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlOut.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registry part of a file as Talos writes it when it encodes the whole: the machine
 * configuration first, then the documents in the order of the file. Of a machine configuration only
 * {@code machine.registries} is written, and other documents are left out.
 */
final class CanonicalForm {
  private final TalosWriter writer;
  private final Redaction redaction;

  CanonicalForm(TalosWriter writer) {
    this(writer, Redaction.NONE);
  }

  CanonicalForm(TalosWriter writer, Redaction redaction) {
    this.writer = writer;
    this.redaction = redaction;
  }

  String of(TalosFile file) {
    List<String> texts = new ArrayList<>();
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Machine machine) {
        texts.add(writer.legacy(legacy(machine)));
      }
    }
    for (TalosDocument document : file.documents()) {
      Fields form = form(document);
      if (form != null) {
        texts.add(writer.text(form));
      }
    }
    return TalosWriter.join(texts);
  }

  private @Nullable Fields form(TalosDocument document) {
    String version = apiVersion(document);
    TalosComments comments = writer.comments();
    if (document instanceof TalosDocument.Mirror m) {
      return DocumentForm.of(version, EntryValues.mirror(m.entry()), comments);
    } else if (document instanceof TalosDocument.Auth a) {
      return DocumentForm.of(version, redaction.auth(EntryValues.auth(a.entry()), false), comments);
    }
    return document instanceof TalosDocument.Tls t
        ? DocumentForm.of(version, redaction.tls(EntryValues.tls(t.entry()), false), comments)
        : null;
  }

  private static String apiVersion(TalosDocument document) {
    YamlMapping root = EntryReader.asMapping(document.yaml().root());
    Field<String> version = root == null ? null : EntryReader.text(root, "apiVersion");
    return version == null ? "" : version.value();
  }

  private LegacyForm legacy(TalosDocument.Machine machine) {
    var form = new LegacyForm();
    for (MirrorEntry mirror : machine.mirrors()) {
      List<String> urls = new ArrayList<>();
      for (EndpointEntry endpoint : mirror.endpoints()) {
        urls.add(EntryValues.url(mirror, endpoint));
      }
      form.mirror(
          mirror.nameText(),
          urls,
          EntryValues.value(mirror.overridePath()),
          EntryValues.value(mirror.skipFallback()));
    }
    hosts(machine, form);
    machine.auths().forEach(auth -> form.auth(redaction.auth(EntryValues.auth(auth), true)));
    machine.tls().forEach(tls -> form.tls(redaction.tls(EntryValues.tls(tls), true)));
    for (TalosDocument.NullEntry none : machine.nullEntries()) {
      if (none.map().equals("mirrors")) {
        form.noMirror(none.key().value());
      } else {
        form.noHost(none.key().value());
      }
    }
    return form;
  }

  /**
   * Hosts with neither credentials nor TLS settings are no entries of ours, but Talos keeps them.
   */
  private static void hosts(TalosDocument.Machine machine, LegacyForm form) {
    YamlNode node = machine.registries();
    YamlMapping registries = EntryReader.asMapping(node);
    YamlMapping config =
        registries == null ? null : EntryReader.asMapping(registries.get("config"));
    for (Map.Entry<String, YamlMapping.Entry> host : LegacyReader.effective(config).entrySet()) {
      form.host(host.getKey());
    }
  }
}
