package dev.regwright.talos;

import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;

/** Where a finding about a node points to. */
final class NodeSpans {
  private NodeSpans() {}

  /**
   * The node itself for a scalar; the first key or item for a collection, whose whole extent says
   * little.
   */
  static Span of(SourceFile source, YamlNode node) {
    YamlNode shown = node;
    if (node instanceof YamlMapping m && !m.flow() && !m.entries().isEmpty()) {
      shown = m.entries().get(0).key();
    } else if (node instanceof YamlSequence s && !s.flow() && !s.items().isEmpty()) {
      return source.span(s.start(), s.start() + 1);
    } else if (node instanceof YamlScalar s && blockScalar(s)) {
      return source.span(s.start(), s.start() + 1);
    }
    return source.span(shown.start(), oneLine(source.text(), shown.start(), shown.end()));
  }

  private static boolean blockScalar(YamlScalar scalar) {
    return scalar.style() == YamlScalar.Style.LITERAL || scalar.style() == YamlScalar.Style.FOLDED;
  }

  /** A caret line has one line, so a span of several lines is cut at the first break. */
  private static int oneLine(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return i;
      }
    }
    return end;
  }
}
