package dev.regwright.trace.input;

import dev.regwright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Images in plain text: alone on their lines, or in the columns of a table. */
final class ImageLines {
  private final SourceFile source;
  private final Set<String> images;
  private final List<String> notes;
  private int imageColumn = -1;
  private int tagColumn = -1;

  ImageLines(SourceFile source, Set<String> images, List<String> notes) {
    this.source = source;
    this.images = images;
    this.notes = notes;
  }

  void read() {
    for (int i = 1; i <= source.lineCount(); i++) {
      String line = source.lineText(i);
      String text = withoutComment(line);
      if (!text.isBlank() && !isHeader(text)) {
        boolean found = imageColumn >= 0 ? column(text) : words(text);
        if (!found) {
          notes.add(source.name() + ":" + i + ": no image in this line");
        }
      }
    }
  }

  /** A number sign begins a comment where a word could begin. */
  private static String withoutComment(String line) {
    for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
      if (at == 0 || Character.isWhitespace(line.charAt(at - 1))) {
        return line.substring(0, at);
      }
    }
    return line;
  }

  /** The first line of a table: names in capitals, one of them for images. */
  private boolean isHeader(String line) {
    int column = -1;
    int tag = -1;
    for (Word word : Word.of(line)) {
      switch (word.text()) {
        case "IMAGE", "IMAGES", "REPOSITORY" -> column = column < 0 ? word.start() : column;
        case "TAG" -> tag = word.start();
        default -> {
          if (!isCapital(word.text())) {
            return false;
          }
        }
      }
    }
    if (column < 0) {
      return false;
    }
    imageColumn = column;
    tagColumn = tag;
    return true;
  }

  private static boolean isCapital(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i)) || Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean column(String line) {
    String cell = cell(line, imageColumn);
    if (cell == null || cell.equals("<none>")) {
      return false;
    }
    String tag = tagColumn < 0 ? null : cell(line, tagColumn);
    boolean tagged = tag != null && !tag.equals("<none>");
    for (String image : cell.split(",", -1)) {
      if (!image.isEmpty()) {
        images.add(tagged ? image + ":" + tag : image);
      }
    }
    return true;
  }

  private static @Nullable String cell(String line, int column) {
    for (Word word : Word.of(line)) {
      if (word.start() <= column && column < word.end()) {
        return word.text();
      }
    }
    return null;
  }

  /** The only word of a line; of several, those that cannot be anything but images. */
  private boolean words(String line) {
    List<Word> words = Word.of(line);
    boolean any = false;
    for (Word word : words) {
      String image = bare(word.text());
      boolean sure = words.size() == 1 || image.indexOf('/') > 0 || image.indexOf(':') > 0;
      if (sure && !image.isEmpty()) {
        any = true;
        images.add(image);
      }
    }
    return any;
  }

  /** Without the marks of a list around it. */
  private static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && "\"'[,-".indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "\"'],;".indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    return word.substring(from, to);
  }

  /**
   * A word of a line.
   *
   * @param start index of its first character
   */
  private record Word(String text, int start) {
    int end() {
      return start + text.length();
    }

    static List<Word> of(String line) {
      List<Word> words = new ArrayList<>();
      int start = -1;
      for (int i = 0; i <= line.length(); i++) {
        boolean blank = i == line.length() || Character.isWhitespace(line.charAt(i));
        if (blank && start >= 0) {
          words.add(new Word(line.substring(start, i), start));
          start = -1;
        } else if (!blank && start < 0) {
          start = i;
        }
      }
      return words;
    }
  }
}
