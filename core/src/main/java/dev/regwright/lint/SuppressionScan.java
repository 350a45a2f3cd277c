package dev.regwright.lint;

import dev.regwright.source.SourceFile;
import dev.regwright.toml.TomlComments;
import dev.regwright.yaml.Comment;
import dev.regwright.yaml.CommentScan;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the comments to us in a file. In a YAML document that cannot be read nobody knows what is a
 * comment, except in front of its first line.
 */
final class SuppressionScan {
  private final String text;
  private final List<SuppressionComment> found = new ArrayList<>();

  private SuppressionScan(String text) {
    this.text = text;
  }

  /** The comments in order. Free of cost for a file without any. */
  static List<SuppressionComment> in(SourceFile source, boolean toml) {
    if (!source.text().contains(SuppressionComment.SIGN)) {
      return List.of();
    }
    var scan = new SuppressionScan(source.text());
    if (toml) {
      scan.toml();
    } else {
      scan.yaml(source);
    }
    return scan.found;
  }

  private void toml() {
    for (int start : TomlComments.in(text)) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      add(text.substring(start, end).stripTrailing(), start, ownLine(start));
    }
  }

  private boolean ownLine(int start) {
    int at = start - 1;
    while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at--;
    }
    return at < 0 || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private void yaml(SourceFile source) {
    int from = 0;
    for (YamlDocument document : YamlStream.read(source).documents()) {
      YamlNode root = document.root();
      int end = root == null ? leadingEnd(text, document.start()) : document.end();
      scan(from, end, root == null ? List.of() : List.of(root));
      from = document.end();
    }
    scan(from, leadingEnd(text, from), List.of());
  }

  private void scan(int from, int to, List<YamlNode> nodes) {
    if (from < to) {
      for (Comment comment : CommentScan.in(text, from, to, nodes)) {
        add(comment.text(), comment.start(), comment.own());
      }
    }
  }

  private void add(String comment, int start, boolean own) {
    SuppressionComment read = SuppressionComment.read(comment, start, own);
    if (read != null) {
      found.add(read);
    }
  }

  /** Where the first line begins that is neither empty, a comment nor a document's border. */
  static int leadingEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end + 1;
      String line = text.substring(at, end).strip();
      boolean leading =
          line.isEmpty() || line.startsWith("#") || line.startsWith("%") || line.equals("---");
      if (!leading) {
        return at;
      }
      at = end;
    }
    return at;
  }
}
