package dev.regwright.cli;

import java.util.List;
import java.util.Locale;

/**
 * A manual page in the macros of man(7), the common ground of groff and mandoc. All text is escaped
 * here: nothing a command says is taken for a request, and a hyphen stays one to be copied.
 */
final class ManText {
  private final StringBuilder out = new StringBuilder();

  ManText(String name, String version) {
    out.append(".\\\" Made by the build from the commands themselves.\n.TH ")
        .append(escaped(name.toUpperCase(Locale.ROOT)))
        .append(" 1 \"\" \"Regwright ")
        .append(escaped(version))
        .append("\" \"Regwright Manual\"\n");
  }

  ManText section(String title) {
    return line(".SH " + title);
  }

  /** The section that says what the page is about, in the form whatis(1) and apropos(1) read. */
  ManText name(String name, String purpose) {
    return section("NAME").line(escaped(name) + " \\- " + escaped(purpose));
  }

  /** What follows explains what comes next on a line of its own. */
  ManText term() {
    return line(".TP");
  }

  ManText bold(String text) {
    return line("\\fB" + escaped(text) + "\\fR");
  }

  /** An option and what its value is called. */
  ManText option(List<String> names, String label) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.isEmpty() ? "" : ", ").append("\\fB").append(escaped(name)).append("\\fR");
    }
    if (!label.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append("\\fI").append(escaped(label)).append("\\fR");
    }
    return line(text.toString());
  }

  /** Another page, with what follows it. */
  ManText reference(String page, String behind) {
    return line("\\fB" + escaped(page) + "\\fR(1)" + behind);
  }

  ManText text(String text) {
    return line(escaped(text.strip()));
  }

  /** Lines to stay as they are, but for the indentation help gives them. */
  ManText example(List<String> lines) {
    line(".EX");
    for (String text : lines) {
      line(escaped(text.startsWith("  ") ? text.substring(2) : text));
    }
    return line(".EE");
  }

  /** Something in roff. */
  ManText line(String roff) {
    out.append(roff).append('\n');
    return this;
  }

  private static String escaped(String text) {
    StringBuilder roff = new StringBuilder(text.length() + 16);
    if (text.startsWith(".") || text.startsWith("'")) {
      roff.append("\\&"); // else a request
    }
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> roff.append("\\e");
                case '-' -> roff.append("\\-");
                case '\'' -> roff.append("\\(aq"); // else a typographic one
                case '`' -> roff.append("\\(ga");
                case '^' -> roff.append("\\(ha");
                case '~' -> roff.append("\\(ti");
                case '"' -> roff.append("\\(dq"); // else the end of a macro's argument
                case '\n' -> roff.append(' ');
                default -> {
                  if (c >= ' ' && c < 0x7F) {
                    roff.append((char) c);
                  } else {
                    roff.append("\\[u").append(String.format(Locale.ROOT, "%04X", c)).append(']');
                  }
                }
              }
            });
    return roff.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
