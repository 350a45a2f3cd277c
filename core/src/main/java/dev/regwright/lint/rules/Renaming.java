package dev.regwright.lint.rules;

import dev.regwright.source.Fix;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.Field;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.List;
import java.util.regex.Pattern;

/** The repair that writes another name or URL in place of one. */
final class Renaming {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9./:_-]*[A-Za-z0-9/])?");

  private Renaming() {}

  static Fix safe(Field<String> field, String text) {
    return new Fix("write " + text, true, List.of(edit(field.node(), text)));
  }

  static Fix unsafe(Field<String> field, String text) {
    return new Fix("write " + text, false, List.of(edit(field.node(), text)));
  }

  private static TextEdit edit(YamlNode node, String text) {
    return new TextEdit(node.start(), node.end(), written(node, text));
  }

  private static String written(YamlNode node, String text) {
    boolean quoted = node instanceof YamlScalar s && s.style() != YamlScalar.Style.PLAIN;
    return quoted || !PLAIN.matcher(text).matches() ? "\"" + text + "\"" : text;
  }
}
