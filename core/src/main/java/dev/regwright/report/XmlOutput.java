package dev.regwright.report;

import java.io.IOException;

/**
 * XML as our reports need it: indented elements with attributes and text. What XML 1.0 cannot hold
 * is shown as what it is.
 */
final class XmlOutput {
  private final Appendable out;
  private int depth;

  XmlOutput(Appendable out) throws IOException {
    this.out = out;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Opens an element; attributes are names and values in turn. */
  void open(String name, String... attributes) throws IOException {
    tag(name, attributes);
    out.append(">\n");
    depth++;
  }

  void close(String name) throws IOException {
    depth--;
    out.append("  ".repeat(depth)).append("</").append(name).append(">\n");
  }

  void empty(String name, String... attributes) throws IOException {
    tag(name, attributes);
    out.append("/>\n");
  }

  void text(String name, String text, String... attributes) throws IOException {
    tag(name, attributes);
    out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
  }

  private void tag(String name, String... attributes) throws IOException {
    out.append("  ".repeat(depth)).append('<').append(name);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1]).replace("\n", "&#10;")).append('"');
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n' -> out.append('\n');
        default -> Printable.append(out, c);
      }
    }
    return out.toString();
  }
}
