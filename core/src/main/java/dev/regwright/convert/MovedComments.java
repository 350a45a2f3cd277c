package dev.regwright.convert;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosReader;
import dev.regwright.yaml.Comment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Comments on their way from one form to another: each belongs to the line it stands behind or
 * above, or below when it is indented deeper than what follows.
 */
final class MovedComments {
  private final Map<Address, Around> byAddress = new LinkedHashMap<>();
  private final List<String> loose = new ArrayList<>();

  /** Comments around one line. */
  private static final class Around {
    private final List<String> above = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();
    private final List<String> below = new ArrayList<>();

    List<String> all() {
      List<String> all = new ArrayList<>(above);
      all.addAll(behind);
      all.addAll(below);
      return all;
    }
  }

  private boolean isEmpty() {
    return byAddress.isEmpty() && loose.isEmpty();
  }

  /** Takes comments that stand among landmarks; both in the order of the text. */
  void take(String text, List<Comment> comments, List<Landmark> landmarks) {
    int at = 0;
    for (Comment comment : comments) {
      while (at < landmarks.size() && landmarks.get(at).start() < comment.start()) {
        at++;
      }
      Landmark before = at == 0 ? null : landmarks.get(at - 1);
      Landmark after = at == landmarks.size() ? null : landmarks.get(at);
      if (!comment.own() && before != null && sameLine(text, before.start(), comment.start())) {
        around(before).behind.add(comment.text());
      } else if (after != null && (before == null || !isBelow(text, comment, after))) {
        around(after).above.add(comment.text());
      } else if (before != null) {
        around(before).below.add(comment.text());
      } else {
        loose.add(comment.text());
      }
    }
  }

  private Around around(Landmark landmark) {
    return byAddress.computeIfAbsent(landmark.address(), a -> new Around());
  }

  private static boolean isBelow(String text, Comment comment, Landmark after) {
    return comment.column() > TextLines.indent(text, TextLines.start(text, after.start()));
  }

  private static boolean sameLine(String text, int from, int to) {
    return TextLines.end(text, from) >= to;
  }

  /** Puts all comments into a text written anew; those without a place go to its beginning. */
  String into(String text, String name, TalosVersion target) {
    if (isEmpty()) {
      return text;
    }
    SourceFile written = SourceFile.of(name, text);
    return into(text, Landmarks.of(TalosReader.read(written, target, FileRole.CONFIG)));
  }

  private String into(String text, List<Landmark> landmarks) {
    var insertion = new CommentInsertion(text);
    for (Landmark landmark : landmarks) {
      Around around = byAddress.remove(landmark.address());
      if (around != null) {
        insertion.above(landmark, around.above);
        insertion.behind(landmark, around.behind);
        insertion.below(landmark, around.below);
      }
    }
    Map<Address, List<Around>> homeless = byEntry();
    for (Landmark landmark : homeless.isEmpty() ? List.<Landmark>of() : landmarks) {
      List<Around> left = homeless.remove(landmark.address());
      if (left != null) {
        left.forEach(around -> insertion.above(landmark, around.all()));
      }
    }
    List<String> rest = new ArrayList<>(loose);
    homeless.values().forEach(left -> left.forEach(around -> rest.addAll(around.all())));
    return insertion.finish(rest);
  }

  /** What is left of entries whose lines are not all there any more. */
  private Map<Address, List<Around>> byEntry() {
    Map<Address, List<Around>> left = new LinkedHashMap<>();
    byAddress.forEach(
        (address, around) ->
            left.computeIfAbsent(address.whole(), a -> new ArrayList<>()).add(around));
    return left;
  }
}
