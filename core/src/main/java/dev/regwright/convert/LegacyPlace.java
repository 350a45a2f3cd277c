package dev.regwright.convert;

import dev.regwright.source.Finding;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where {@code machine.registries} goes in a machine configuration that is there already. */
final class LegacyPlace {
  private static final String HEAD = "machine:\n";
  private static final int INDENT = 4;

  private final TalosFile file;
  private final String text;
  private final TalosDocument.Machine machine;
  private final @Nullable LegacyPart old;

  /**
   * A place.
   *
   * @param old the registries that are there and go, or null
   */
  LegacyPlace(TalosFile file, TalosDocument.Machine machine, @Nullable LegacyPart old) {
    this.file = file;
    this.text = file.source().text();
    this.machine = machine;
    this.old = old;
  }

  void put(String legacy, String lineBreak, List<TextEdit> edits, List<Finding> refusals) {
    int head = legacy.indexOf(HEAD);
    if (head < 0) {
      return; // nothing is left to say
    }
    String above = legacy.substring(0, head);
    String body = legacy.substring(head + HEAD.length());
    YamlMapping root = PatchDeletions.of(file).written(machine);
    YamlMapping.Entry entry = root == null ? null : root.find("machine");
    if (root == null || root.flow()) {
      refuse(refusals, machine.yaml().root());
    } else if (entry == null) {
      int column = column(root.entries().get(0).key().outerStart());
      String whole = indented(above, column) + " ".repeat(column) + HEAD + indented(body, column);
      insert(end(root), whole, lineBreak, edits);
    } else if (entry.value() instanceof YamlMapping inner && !inner.flow()) {
      int column = column(inner.entries().get(0).key().outerStart());
      int at = old == null ? end(inner) : old.start();
      insert(at, indented(above + dedented(body), column), lineBreak, edits);
    } else if (isEmpty(entry.value())) {
      int column = column(entry.key().outerStart());
      String whole = indented(above, column) + " ".repeat(column) + HEAD + indented(body, column);
      EntryRange range = EntryRange.of(text, root, entry);
      if (range == null) {
        refuse(refusals, entry.key());
        return;
      }
      edits.add(new TextEdit(range.start(), range.end(), TextLines.broken(whole, lineBreak)));
    } else {
      refuse(refusals, entry.value());
    }
  }

  private void insert(int at, String lines, String lineBreak, List<TextEdit> edits) {
    boolean open = at > 0 && !TextLines.isBreak(text.charAt(at - 1));
    String gap = open ? lineBreak : "";
    TextEdit edit = new TextEdit(at, at, gap + TextLines.broken(lines, lineBreak));
    int same = -1;
    for (int i = 0; i < edits.size(); i++) {
      same = edits.get(i).start() == at && edits.get(i).end() > at && old != null ? i : same;
    }
    if (same >= 0) {
      TextEdit there = edits.get(same);
      edits.set(same, new TextEdit(at, there.end(), edit.replacement()));
    } else {
      edits.add(edit);
    }
  }

  /** Behind the last line of a mapping, and the comments that are indented as its keys are. */
  private int end(YamlMapping mapping) {
    List<YamlMapping.Entry> entries = mapping.entries();
    EntryRange range = EntryRange.of(text, mapping, entries.get(entries.size() - 1));
    return range == null ? mapping.end() : range.end();
  }

  private int column(int at) {
    return at - TextLines.start(text, at);
  }

  private static boolean isEmpty(YamlNode node) {
    return (node instanceof YamlScalar scalar && scalar.isNull())
        || (node instanceof YamlMapping mapping && mapping.entries().isEmpty());
  }

  private static String dedented(String body) {
    StringBuilder out = new StringBuilder(body.length());
    for (int at = 0; at < body.length(); at = TextLines.next(body, at)) {
      int skip = Math.min(INDENT, TextLines.indent(body, at));
      out.append(body, at + skip, TextLines.next(body, at));
    }
    return out.toString();
  }

  private static String indented(String lines, int by) {
    String indent = " ".repeat(by);
    StringBuilder out = new StringBuilder(lines.length() + 16 * by);
    for (int at = 0; at < lines.length(); at = TextLines.next(lines, at)) {
      boolean empty = TextLines.end(lines, at) == at;
      out.append(empty ? "" : indent).append(lines, at, TextLines.next(lines, at));
    }
    return out.toString();
  }

  private void refuse(List<Finding> refusals, @Nullable YamlNode at) {
    refusals.add(
        ConvertRules.REFUSED
            .finding(
                at == null ? file.source().span(0, 0) : file.span(at),
                "there is no place for machine.registries in this machine configuration")
            .withHelp("write machine in block style, each key on a line of its own"));
  }
}
