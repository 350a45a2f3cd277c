package dev.regwright.convert;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.Embedded;
import dev.regwright.talos.EmbeddedYaml;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosReader;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts the patches inside one file. Each is converted as a text of its own; its edits are then
 * made where it stands. All of them are converted, or none.
 */
final class EmbeddedConversion {
  private final TalosFile file;
  private final Form to;
  private final TalosVersion target;
  private final List<TextEdit> edits = new ArrayList<>();
  private final List<Finding> losses = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();
  private final List<Finding> refusals = new ArrayList<>();
  private final List<String> wanted = new ArrayList<>();

  EmbeddedConversion(TalosFile file, Form to, TalosVersion target) {
    this.file = file;
    this.to = to;
    this.target = target;
  }

  Conversion run(Conversion whole, List<Embedded> inside) {
    if (whole instanceof Conversion.Changed changed) {
      edits.addAll(changed.edits());
      losses.addAll(changed.losses());
      notes.addAll(changed.notes());
    }
    inside.forEach(this::convert);
    if (!refusals.isEmpty()) {
      return new Conversion.Refused(refusals);
    }
    if (edits.isEmpty()) {
      return new Conversion.Unchanged();
    }
    String text = Edits.apply(file.source().text(), edits);
    return readsAsWanted(text)
        ? new Conversion.Changed(text, edits, losses, notes)
        : new Conversion.Refused(
            List.of(
                ConvertRules.REFUSED
                    .finding(
                        file.source().span(edits.get(0).start(), edits.get(0).start()),
                        "the converted patches cannot be written into this file as they stand")
                    .withHelp("keep the patch in a literal block (|) or in a file of its own")));
  }

  private void convert(Embedded patch) {
    if (!patch.isText()) {
      if (hasOldForm(patch.file())) {
        refusals.add(noPlace(patch));
      }
      return;
    }
    Conversion result = TalosConversion.convertAlone(patch.file(), to, target);
    if (result instanceof Conversion.Refused refused) {
      refused.findings().forEach(finding -> refusals.add(patch.outer(finding)));
    } else if (result instanceof Conversion.Changed changed) {
      Optional<Fix> fix = patch.outer(new Fix("convert", true, joined(patch, changed)));
      if (fix.isEmpty()) {
        refusals.add(noPlace(patch));
        return;
      }
      edits.addAll(fix.get().edits());
      changed.losses().forEach(finding -> losses.add(patch.outer(finding)));
      changed.notes().forEach(finding -> notes.add(patch.outer(finding)));
      wanted.add(changed.text());
    } else {
      wanted.add(patch.file().source().text());
    }
  }

  /** Whether nodes of the file hold what is to be converted. */
  private boolean hasOldForm(TalosFile patch) {
    for (TalosDocument document : patch.documents()) {
      boolean machine = document instanceof TalosDocument.Machine m && m.registries() != null;
      boolean registry =
          document instanceof TalosDocument.Mirror
              || document instanceof TalosDocument.Auth
              || document instanceof TalosDocument.Tls;
      if (to == Form.TALOS ? machine : registry) {
        return true;
      }
    }
    return false;
  }

  private static List<TextEdit> joined(Embedded patch, Conversion.Changed changed) {
    String text = patch.file().source().text();
    List<TextEdit> joined = Edits.joined(text, changed.edits());
    TextEdit last = joined.get(joined.size() - 1);
    boolean open = !text.isEmpty() && !TextLines.isBreak(text.charAt(text.length() - 1));
    if (open && last.end() == text.length()) {
      // The block ends its last line itself; one more would be an empty line in the file.
      joined.set(
          joined.size() - 1,
          new TextEdit(last.start(), last.end(), TextLines.unbroken(last.replacement())));
    }
    return joined;
  }

  private Finding noPlace(Embedded patch) {
    String why =
        patch.isText()
            ? "the converted patch cannot be written into this text as it stands"
            : "a patch that is no text of its own holds one document only";
    YamlNode root = patch.file().documents().get(0).yaml().root();
    Span span = root == null ? Span.startOf(file.source().name()) : patch.file().span(root);
    return ConvertRules.REFUSED
        .finding(patch.outer(span), why)
        .withHelp("write the patch as a literal block (|) or into a file of its own");
  }

  private boolean readsAsWanted(String text) {
    SourceFile source = SourceFile.of(file.source().name(), text);
    FileRole role = file.patch() ? FileRole.PATCH : FileRole.AUTO;
    List<Embedded> now =
        new ArrayList<>(EmbeddedYaml.in(TalosReader.read(source, file.version(), role)));
    now.removeIf(patch -> !patch.isText());
    if (now.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      SourceFile part = SourceFile.of(file.source().name(), wanted.get(i));
      TalosFile alone = TalosReader.read(part, file.version(), FileRole.PATCH);
      boolean same =
          SameRequests.of(
              EffectiveConfig.of(alone).config(), EffectiveConfig.of(now.get(i).file()).config());
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
