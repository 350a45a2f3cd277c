package dev.regwright.lint.settings;

import dev.regwright.source.DidYouMean;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.ScalarKind;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.Collection;
import java.util.List;

/** The nodes of a settings file as what they must be, or else a complaint with their place. */
final class SettingsNodes {
  private static final int LONGEST = 64;

  private final SourceFile source;

  SettingsNodes(SourceFile source) {
    this.source = source;
  }

  static SettingsException failure(SourceFile source, int at, String message) {
    return new SettingsException(source.span(at, at) + ": " + message);
  }

  SettingsException failure(YamlNode node, String message) {
    return failure(source, node.start(), message);
  }

  SettingsException unknown(YamlNode node, String what, String word, Collection<String> known) {
    String meant = DidYouMean.closest(word, known).orElse(null);
    String shown = word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "…";
    String hint = meant == null ? "" : "; did you mean " + meant + "?";
    return failure(node, what + " '" + shown + "'" + hint);
  }

  static boolean isNull(YamlNode node) {
    return node.resolved() instanceof YamlScalar scalar && scalar.isNull();
  }

  List<YamlMapping.Entry> entries(String what, YamlNode node) throws SettingsException {
    if (node.resolved() instanceof YamlMapping mapping) {
      return mapping.entries();
    }
    throw failure(node, what + " must be a mapping");
  }

  List<YamlNode> items(String what, YamlNode node) throws SettingsException {
    if (node.resolved() instanceof YamlSequence sequence) {
      return sequence.items();
    }
    throw failure(node, what + " must be a list");
  }

  /** A text that is there; what YAML would read as a number is taken as written. */
  String text(String what, YamlNode node) throws SettingsException {
    if (node.resolved() instanceof YamlScalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    throw failure(node, what + " must be a text");
  }

  boolean flag(String what, YamlNode node) throws SettingsException {
    if (node.resolved() instanceof YamlScalar scalar && scalar.kind() == ScalarKind.BOOL) {
      String text = scalar.text();
      if (text.equals("true") || text.equals("false")) {
        return text.equals("true");
      }
    }
    throw failure(node, what + " must be true or false");
  }

  /** The key of an entry, which must be one of those we know. */
  String key(YamlMapping.Entry entry, Collection<String> known) throws SettingsException {
    String key = text("a key", entry.key());
    if (!known.contains(key)) {
      throw unknown(entry.key(), "unknown key", key, known);
    }
    return key;
  }
}
