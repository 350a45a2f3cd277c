package dev.regwright.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Finds the comments in a part of a YAML text: what begins with {@code #} and is in no scalar. */
public final class CommentScan {
  private final String text;
  private final int end;
  private final List<YamlNode> scalars = new ArrayList<>();
  private int next;

  private CommentScan(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /**
   * The comments between two places, in order.
   *
   * @param nodes what stands between them
   */
  public static List<Comment> in(String text, int start, int end, List<YamlNode> nodes) {
    int first = text.indexOf('#', start);
    if (first < 0 || first >= end) {
      return List.of();
    }
    var scan = new CommentScan(text, end);
    nodes.forEach(scan::collect);
    scan.scalars.sort(Comparator.comparingInt(YamlNode::outerStart));
    return scan.run(start);
  }

  private void collect(YamlNode tree) {
    Deque<YamlNode> left = new ArrayDeque<>();
    left.push(tree);
    while (!left.isEmpty()) {
      YamlNode node = left.pop();
      if (node instanceof YamlScalar || node instanceof YamlAlias) {
        scalars.add(node);
      } else if (node instanceof YamlMapping mapping) {
        for (YamlMapping.Entry entry : mapping.entries()) {
          left.push(entry.key());
          left.push(entry.value());
        }
      } else if (node instanceof YamlSequence sequence) {
        sequence.items().forEach(left::push);
      }
    }
  }

  private List<Comment> run(int start) {
    List<Comment> found = new ArrayList<>();
    int lineStart = lineStart(start);
    boolean blank = true;
    int i = start;
    while (i < end) {
      int behind = behindScalar(i);
      if (behind > i) {
        blank = false;
        i = behind;
        // A block scalar ends behind its last line break.
        lineStart = lineStart(i);
        blank = i == lineStart;
        continue;
      }
      char c = text.charAt(i);
      if (c == '#' && (i == 0 || isBlank(text.charAt(i - 1)) || i == lineStart)) {
        int stop = Math.min(end, lineEnd(i));
        found.add(new Comment(i, i - lineStart, blank, text.substring(i, stop).stripTrailing()));
        i = stop;
      } else {
        blank &= isBlank(c);
        i++;
        if (c == '\n' || c == '\r') {
          lineStart = i;
          blank = true;
        }
      }
    }
    return found;
  }

  /** Where the scalar ends that holds a place; the place itself when none does. */
  private int behindScalar(int at) {
    while (next < scalars.size() && scalars.get(next).end() <= at) {
      next++;
    }
    return next < scalars.size() && start(scalars.get(next)) <= at ? scalars.get(next).end() : at;
  }

  /** A comment may stand behind the header of a block scalar. */
  private int start(YamlNode node) {
    boolean block =
        node instanceof YamlScalar scalar
            && (scalar.style() == YamlScalar.Style.LITERAL
                || scalar.style() == YamlScalar.Style.FOLDED);
    return block ? lineEnd(node.start()) : node.outerStart();
  }

  private int lineStart(int at) {
    int i = at;
    while (i > 0 && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
      i--;
    }
    return i;
  }

  private int lineEnd(int at) {
    int i = at;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
