package dev.regwright.trace.input;

import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlProblem;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Images in Kubernetes manifests and other YAML or JSON: the values of {@code image}. */
final class ManifestImages {
  private static final String KEY = "image";

  private ManifestImages() {}

  /** Whether a text has a key {@code image}; lists and tables of images have none. */
  static boolean looksLikeOne(String text) {
    for (int at = text.indexOf(KEY); at >= 0; at = text.indexOf(KEY, at + 1)) {
      if (isKey(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** Behind nothing but marks, and before a colon and a blank. */
  private static boolean isKey(String text, int at) {
    int end = at + KEY.length();
    if (end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '\'')) {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != ':') {
      return false;
    }
    boolean blank = end + 1 == text.length() || text.charAt(end + 1) <= ' ';
    boolean quoted = text.charAt(end - 1) != KEY.charAt(KEY.length() - 1);
    boolean begins = at == 0 || " \t\n\r{,\"'-".indexOf(text.charAt(at - 1)) >= 0;
    return begins && (blank || quoted);
  }

  static void read(SourceFile source, Set<String> images, List<String> notes) {
    YamlStream stream = YamlStream.read(source);
    for (YamlDocument document : stream.documents()) {
      if (document.root() != null) {
        walk(document.root(), images);
      }
    }
    for (YamlProblem problem : stream.problems()) {
      if (problem.kind() == YamlProblem.Kind.DUPLICATE_KEY) {
        continue; // the document is read all the same
      }
      Span span = source.span(problem.start(), problem.start());
      notes.add(
          span + ": this document cannot be read, so the images in it are missing from the report");
    }
  }

  /** Values behind aliases stand somewhere else too, and are met there. */
  private static void walk(YamlNode root, Set<String> images) {
    Deque<YamlNode> left = new ArrayDeque<>();
    left.add(root);
    while (!left.isEmpty()) {
      YamlNode node = left.poll();
      if (node instanceof YamlSequence sequence) {
        left.addAll(sequence.items());
      } else if (node instanceof YamlMapping mapping) {
        for (YamlMapping.Entry entry : mapping.entries()) {
          if (KEY.equals(entry.keyText())
              && entry.value().resolved() instanceof YamlScalar scalar
              && !scalar.text().isBlank()) {
            images.add(scalar.text().strip());
          } else {
            left.add(entry.value());
          }
        }
      }
    }
  }
}
