package dev.regwright.run;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Renders the Markdown of our own rule pages for a terminal: headings bold, code indented,
 * paragraphs wrapped. It knows what those pages use and leaves everything else as it is.
 */
public final class MarkdownPage {
  private static final int WIDTH = 88;
  private static final String BOLD = "\u001B[1m";
  private static final String DIM = "\u001B[36m";
  private static final String PLAIN = "\u001B[0m";

  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");

  private final boolean color;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private String hanging = "";

  /** A page, coloured or not. */
  public MarkdownPage(boolean color) {
    this.color = color;
  }

  /** The page as lines of text. */
  public String render(String markdown) {
    boolean code = false;
    List<String> lines = markdown.lines().toList();
    for (String line : lines) {
      if (line.startsWith("```")) {
        endParagraph();
        code = !code;
      } else if (code) {
        out.append(line.isEmpty() ? "" : "    ").append(painted(DIM, line)).append('\n');
      } else if (!line.startsWith("<!--")) {
        prose(line);
      }
    }
    endParagraph();
    return out.toString().stripTrailing() + "\n";
  }

  private void prose(String line) {
    if (line.isBlank()) {
      endParagraph();
      out.append('\n');
    } else if (line.startsWith("#")) {
      endParagraph();
      out.append(painted(BOLD, line.replaceFirst("^#+ *", ""))).append('\n');
    } else if (line.startsWith("|")) {
      endParagraph();
      out.append(line).append('\n');
    } else if (line.startsWith("- ") || line.startsWith("* ")) {
      endParagraph();
      hanging = "  ";
      paragraph.append(line);
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
    }
  }

  private void endParagraph() {
    int column = 0;
    for (String word : plain(paragraph.toString()).split(" +", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        out.append('\n').append(hanging);
        column = hanging.length();
      } else if (column > 0) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    if (!paragraph.isEmpty()) {
      out.append('\n');
    }
    paragraph.setLength(0);
    hanging = "";
  }

  /** Links show where they lead; emphasis goes, because stars are no letters. */
  private static String plain(String text) {
    String linked = LINK.matcher(text).replaceAll("$1 <$2>");
    boolean emphasised = linked.length() > 2 && linked.startsWith("*") && linked.endsWith("*");
    return emphasised ? linked.replaceAll("^\\*+|\\*+$", "") : linked;
  }

  private String painted(String code, String text) {
    return color && !text.isEmpty() ? code + text + PLAIN : text;
  }
}
