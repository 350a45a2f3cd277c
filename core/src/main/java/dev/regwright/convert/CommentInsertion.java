package dev.regwright.convert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Comments being put into a text we wrote ourselves, whose lines end in line feeds. */
final class CommentInsertion {
  private final String text;
  private final List<Insert> inserts = new ArrayList<>();

  private record Insert(int at, String text) {}

  CommentInsertion(String text) {
    this.text = text;
  }

  void above(Landmark landmark, List<String> comments) {
    int line = TextLines.start(text, landmark.start());
    String indent = " ".repeat(TextLines.indent(text, line));
    for (String comment : comments) {
      inserts.add(new Insert(line, indent + comment + "\n"));
    }
  }

  /** The first one stands behind the line, which has room for one only. */
  void behind(Landmark landmark, List<String> comments) {
    if (!comments.isEmpty()) {
      inserts.add(new Insert(TextLines.end(text, landmark.label()), " " + comments.get(0)));
      above(landmark, comments.subList(1, comments.size()));
    }
  }

  void below(Landmark landmark, List<String> comments) {
    int end = landmark.end();
    while (end > landmark.start() && TextLines.isBreak(text.charAt(end - 1))) {
      end--;
    }
    int line = TextLines.start(text, landmark.start());
    String indent = " ".repeat(TextLines.indent(text, line));
    for (String comment : comments) {
      inserts.add(new Insert(TextLines.next(text, end), indent + comment + "\n"));
    }
  }

  /** The text with all comments. */
  String finish(List<String> first) {
    inserts.sort(Comparator.comparingInt(Insert::at));
    StringBuilder out = new StringBuilder(text.length() + 64 * inserts.size());
    first.forEach(comment -> out.append(comment).append('\n'));
    int from = 0;
    for (Insert insert : inserts) {
      out.append(text, from, insert.at()).append(insert.text());
      from = insert.at();
    }
    return out.append(text, from, text.length()).toString();
  }
}
