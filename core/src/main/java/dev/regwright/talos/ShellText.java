package dev.regwright.talos;

import dev.regwright.source.OffsetMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits shell text into commands and words as a POSIX shell does, and runs nothing: what the shell
 * would fill in ({@code $X}, {@code ${X}}, {@code $(…)}, backquotes) is kept as written. CRLF
 * counts as a line break.
 */
final class ShellText {
  private static final String OPERATORS = ";&|()";
  private static final String BREAKS = " \t\r\n;&|()<>";

  private final String text;
  private final List<List<ShellWord>> commands = new ArrayList<>();
  private final List<Integer> unclosed = new ArrayList<>();
  private List<ShellWord> words = new ArrayList<>();
  private StringBuilder word = new StringBuilder();
  private OffsetMap.Builder marks = new OffsetMap.Builder();
  private boolean open;
  private boolean redirected; // the next word is a file's name
  private int at;

  private ShellText(String text) {
    this.text = text;
  }

  static ShellText of(String text) {
    var shell = new ShellText(text);
    while (shell.at < text.length()) {
      shell.token();
    }
    shell.endCommand();
    return shell;
  }

  /** The simple commands, in order, without their redirections. */
  List<List<ShellWord>> commands() {
    return commands;
  }

  /** Indexes of quotes that nothing closes; at most one, unless quotes are nested. */
  List<Integer> unclosed() {
    return unclosed;
  }

  private void token() {
    char c = text.charAt(at);
    if (c == ' ' || c == '\t') {
      at++;
    } else if (c == '\n' || c == '\r' || OPERATORS.indexOf(c) >= 0) {
      endCommand();
      at++;
    } else if (c == '<' || c == '>') {
      redirected = true;
      at++;
      while (at < text.length() && "<>&|-".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    } else if (c == '#') {
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
    } else if (continuation() > 0) {
      at += continuation();
    } else {
      word();
    }
  }

  private void endCommand() {
    if (!words.isEmpty()) {
      commands.add(List.copyOf(words));
      words = new ArrayList<>();
    }
    redirected = false;
  }

  /** Length of a backslash and the line break behind it, or 0. */
  private int continuation() {
    if (text.startsWith("\\\n", at)) {
      return 2;
    }
    return text.startsWith("\\\r\n", at) ? 3 : 0;
  }

  private void word() {
    int start = at;
    word = new StringBuilder();
    marks = new OffsetMap.Builder();
    open = false;
    while (at < text.length() && BREAKS.indexOf(text.charAt(at)) < 0) {
      part();
    }
    marks.mark(word.length(), at);
    boolean descriptor =
        at < text.length()
            && "<>".indexOf(text.charAt(at)) >= 0
            && text.substring(start, at).chars().allMatch(c -> c >= '0' && c <= '9');
    if (!descriptor && !redirected) {
      words.add(new ShellWord(word.toString(), marks.build(at), start, at, open));
    }
    redirected = false;
  }

  private void part() {
    char c = text.charAt(at);
    if (continuation() > 0) {
      at += continuation();
    } else if (c == '\\' && at + 1 < text.length()) {
      at++;
      take();
    } else if (c == '\'') {
      singleQuoted();
    } else if (c == '"') {
      doubleQuoted();
    } else {
      takeOrExpand();
    }
  }

  private void take() {
    marks.mark(word.length(), at);
    word.append(text.charAt(at++));
  }

  private void take(int end) {
    while (at < end) {
      take();
    }
  }

  private void singleQuoted() {
    int close = text.indexOf('\'', at + 1);
    if (close < 0) {
      unclosed.add(at);
    }
    at++;
    take(close < 0 ? text.length() : close);
    at = Math.min(text.length(), at + 1);
  }

  private void doubleQuoted() {
    int quote = at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      boolean escape = c == '\\' && at + 1 < text.length();
      if (continuation() > 0) {
        at += continuation();
      } else if (escape && "$`\"\\".indexOf(text.charAt(at + 1)) >= 0) {
        at++;
        take();
      } else {
        takeOrExpand();
      }
    }
    if (at >= text.length()) {
      unclosed.add(quote);
    }
    at = Math.min(text.length(), at + 1);
  }

  private void takeOrExpand() {
    int end = text.charAt(at) == '$' ? dollarEnd() : text.charAt(at) == '`' ? backquoteEnd() : at;
    if (end > at) {
      open = true;
      take(end);
    } else {
      take();
    }
  }

  /** Where an expansion that begins here ends; here, if none does. */
  private int dollarEnd() {
    if (at + 1 >= text.length()) {
      return at;
    }
    char next = text.charAt(at + 1);
    if (next == '{' || next == '(') {
      return closing(at + 1, next, next == '{' ? '}' : ')');
    }
    // The rest of a name is taken as any other text is.
    return isNameStart(next) || "0123456789@*#?-$!".indexOf(next) >= 0 ? at + 2 : at;
  }

  private int closing(int from, char opening, char closing) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == opening) {
        depth++;
      } else if (c == closing && --depth == 0) {
        return i + 1;
      }
    }
    unclosed.add(at);
    return text.length();
  }

  private int backquoteEnd() {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '`') {
        return i + 1;
      }
    }
    unclosed.add(at);
    return text.length();
  }

  private static boolean isNameStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
