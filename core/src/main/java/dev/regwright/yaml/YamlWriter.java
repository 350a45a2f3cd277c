package dev.regwright.yaml;

import dev.regwright.yaml.YamlOut.Field;
import dev.regwright.yaml.YamlOut.Fields;
import dev.regwright.yaml.YamlOut.Items;
import dev.regwright.yaml.YamlOut.Text;
import dev.regwright.yaml.YamlScalar.Style;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes YAML as go-yaml's {@code Marshal} does, byte for byte: four columns for each level, lists
 * indented under their keys, nothing folded. Recursion follows the nodes, which our own code
 * builds.
 */
public final class YamlWriter {
  private static final int LONGEST_KEY = 128;
  private static final int BASE64_LINE = 70;

  private final GoYaml library;
  private final boolean commented;
  private final Output out = new Output();

  private YamlWriter(GoYaml library, boolean commented) {
    this.library = library;
    this.commented = commented;
  }

  /** The document with this content, without comments; it ends with a line break. */
  public static String write(YamlOut root, GoYaml library) {
    return new YamlWriter(library, false).document(root);
  }

  /**
   * The document with this content and its comments. go-yaml then writes a tree of nodes and quotes
   * less: words of YAML 1.1 stay plain.
   */
  public static String writeCommented(YamlOut root, GoYaml library) {
    return new YamlWriter(library, true).document(root);
  }

  private String document(YamlOut root) {
    node(root, Context.ROOT, -1, null);
    out.end();
    return out.toString();
  }

  /** Where a node stands. */
  private enum Context {
    ROOT,
    VALUE,
    ITEM
  }

  /** How far a node's content is indented that stands in something indented by {@code indent}. */
  private static int deeper(int indent, Context context) {
    if (indent < 0) {
      return 0;
    }
    return context == Context.ITEM
        ? indent + Output.DASH
        : Output.INDENT * ((indent + Output.INDENT) / Output.INDENT);
  }

  private void node(YamlOut node, Context context, int indent, @Nullable String comment) {
    if (node instanceof Fields fields) {
      mapping(fields, context, indent);
    } else if (node instanceof Items items) {
      sequence(items.items(), context, indent);
    } else if (node instanceof Text text) {
      string(text.value(), context, indent, false, comment);
    } else {
      out.indicator(plain(node), true, false);
      comment(comment);
    }
  }

  private static String plain(YamlOut node) {
    return node instanceof YamlOut.Flag flag ? String.valueOf(flag.value()) : "null";
  }

  private void comment(@Nullable String comment) {
    if (comment != null) {
      out.lineComment(comment);
    }
  }

  private void sequence(List<YamlOut> items, Context context, int indent) {
    if (items.isEmpty()) {
      out.indicator("[]", true, false);
      return;
    }
    int inner = deeper(indent, context);
    for (YamlOut item : items) {
      out.indent(inner);
      out.indicator("-", true, true);
      node(item, Context.ITEM, inner, null);
    }
  }

  private void mapping(Fields mapping, Context context, int indent) {
    if (mapping.fields().isEmpty()) {
      out.indicator("{}", true, false);
      return;
    }
    int inner = deeper(indent, context);
    for (Field field : mapping.fields()) {
      String comment = commented ? field.comment() : null;
      boolean above = field.value() instanceof Fields || field.value() instanceof Items;
      if (above && comment != null) {
        out.comment(comment, inner);
      }
      out.indent(inner);
      key(field.key(), inner);
      node(field.value(), Context.VALUE, inner, above ? null : comment);
    }
    if (commented && mapping.foot() != null) {
      out.footComment(mapping.foot(), inner);
    }
  }

  /** A key that is long or has line breaks stands apart from its value. */
  private void key(String key, int indent) {
    if (ScalarStyles.isSurelyPlain(key) || isSimple(key)) {
      string(key, Context.VALUE, indent, true, null);
      out.indicator(":", false, false);
      return;
    }
    out.indicator("?", true, true);
    string(key, Context.VALUE, indent, false, null);
    out.indent(indent);
    out.indicator(":", true, true);
  }

  private static boolean isSimple(String key) {
    String text = encoded(key);
    return !ScalarFacts.of(text).multiline()
        && ByteText.bytes(text).length + tag(key).length() <= LONGEST_KEY;
  }

  private static String tag(String text) {
    return ByteText.isText(text) ? "" : "!!binary";
  }

  /** The text itself, or its bytes in base64 when they are no text. */
  private static String encoded(String text) {
    if (ByteText.isText(text)) {
      return text;
    }
    String code = Base64.getEncoder().encodeToString(ByteText.bytes(text));
    if (code.length() < BASE64_LINE) {
      return code;
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < code.length(); i += BASE64_LINE) {
      lines.append(code, i, Math.min(code.length(), i + BASE64_LINE)).append('\n');
    }
    return lines.toString();
  }

  private void string(
      String value, Context context, int indent, boolean key, @Nullable String comment) {
    if (ScalarStyles.isSurelyPlain(value)) {
      new ScalarWriter(out, 0, library).write(value, Style.PLAIN);
      comment(comment);
      return;
    }
    String text = encoded(value);
    String tag = tag(value);
    ScalarFacts facts = ScalarFacts.of(text);
    Style style;
    if (tag.isEmpty()) {
      style = ScalarStyles.possible(wanted(text), facts, key);
    } else {
      out.indicator(tag, true, false);
      boolean lines = text.indexOf('\n') >= 0;
      style = ScalarStyles.possible(lines ? Style.LITERAL : Style.PLAIN, facts, key);
    }
    var scalar = new ScalarWriter(out, deeper(indent, context), library);
    if (style == Style.LITERAL) {
      scalar.literal(text, comment);
    } else {
      scalar.write(text, style);
      comment(comment);
    }
  }

  private Style wanted(String text) {
    return commented ? ScalarStyles.ofNode(text, library) : ScalarStyles.of(text, library);
  }
}
