package dev.regwright.convert;

import dev.regwright.model.Placeholders;
import dev.regwright.source.Finding;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TlsEntry;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say about entries of {@code machine.registries} that become documents. */
final class LegacyNotes {
  private final TalosFile file;
  private final List<Finding> notes = new ArrayList<>();

  private LegacyNotes(TalosFile file) {
    this.file = file;
  }

  static List<Finding> of(TalosFile file, EffectiveConfig effective) {
    var notes = new LegacyNotes(file);
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Machine machine) {
        notes.machine(machine, effective);
      }
    }
    return notes.notes;
  }

  static boolean isLegacy(Object entry) {
    return entry instanceof MirrorEntry m
        ? m.legacy()
        : entry instanceof AuthEntry a ? a.legacy() : entry instanceof TlsEntry t && t.legacy();
  }

  private void machine(TalosDocument.Machine machine, EffectiveConfig effective) {
    for (TalosDocument.NullEntry entry : machine.nullEntries()) {
      note(entry.key().node(), "dropped: this entry has no value, and Talos ignores it in a patch");
    }
    for (MirrorEntry entry : machine.mirrors()) {
      replaced(entry.name(), effective.mirror(entry.nameText()));
    }
    for (AuthEntry entry : machine.auths()) {
      replaced(entry.name(), effective.auth(entry.nameText()));
    }
    for (TlsEntry entry : machine.tls()) {
      replaced(entry.name(), effective.tls(entry.nameText()));
      encoded(entry.ca());
      encoded(entry.cert());
      encoded(entry.key());
    }
  }

  private void replaced(@Nullable Field<String> name, EffectiveConfig.@Nullable Origin<?> origin) {
    if (name != null && origin != null && !isLegacy(origin.entry())) {
      notes.add(
          ConvertRules.NOTE
              .finding(
                  file.span(name.node()),
                  "dropped: a document replaces this entry, so it had no effect")
              .withRelated(origin.name(), "the document"));
    }
  }

  private void encoded(@Nullable Field<String> field) {
    if (field != null && Placeholders.in(field.value())) {
      note(
          field.node(),
          "this placeholder stood for base64; in the document PEM text must take its place");
    }
  }

  private void note(YamlNode at, String message) {
    notes.add(ConvertRules.NOTE.finding(file.span(at), message));
  }
}
