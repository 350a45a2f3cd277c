package dev.regwright.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.tokens.DirectiveToken;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Reports what go-yaml's {@code scannerc.go} does not let pass between tokens: tabs where a line's
 * content may begin, which the parser is lenient about, and directives it does not know.
 *
 * <p>go-yaml lets a tab pass within flow collections, and elsewhere only where no simple key may
 * begin. So we follow its flag {@code simple_key_allowed}, and its indents, from token to token.
 */
final class TokenCheck {
  /** How far go-yaml's {@code yaml_parser_scan_comments} looks for the next line of a comment. */
  private static final int COMMENT_SEARCH = 512;

  private final String text;
  private final StreamComposer stream;
  private final Deque<Integer> indents = new ArrayDeque<>();
  private int flow; // how many flow collections are open
  private int end; // end of the last token
  private int nextTab; // index of a tab, perhaps before end; -1 when there are no more
  private boolean keyAllowed = true; // whether a simple key may follow the last token directly
  private boolean content; // whether the last token is one go-yaml looks for a line comment behind
  private int plainIndent = -1; // where the last token is a plain scalar: the indent it stands in
  private boolean plain;

  TokenCheck(StreamComposer stream, int start) {
    this.text = stream.text();
    this.stream = stream;
    this.end = start;
    this.nextTab = text.indexOf('\t', start);
  }

  void accept(Token token) {
    int from = stream.index(token.getStartMark());
    int to = stream.index(token.getEndMark());
    switch (token.getTokenId()) {
      case BlockMappingStart, BlockSequenceStart -> {
        indents.push(token.getStartMark().map(Mark::getColumn).orElse(0));
        return;
      }
      case BlockEnd -> {
        indents.poll();
        return;
      }
      case StreamStart -> {
        return;
      }
      case Key -> {
        if (from == to) { // stands before a simple key, and is no character of its own
          return;
        }
      }
      default -> {}
    }
    gap(from);
    boolean simpleKey = !keyAllowed && lineBreak(end, from) < 0;
    end = to;
    plain = false;
    content = true;
    keyAllowed = false;
    begin(token, from, simpleKey);
  }

  /** Sets the state that a token leaves behind. */
  private void begin(Token token, int from, boolean simpleKey) {
    switch (token.getTokenId()) {
      case FlowMappingStart, FlowSequenceStart -> flow++;
      case FlowMappingEnd, FlowSequenceEnd -> flow = Math.max(0, flow - 1);
      case DocumentStart, DocumentEnd -> content = false;
      case BlockEntry -> {
        content = false;
        keyAllowed = true;
      }
      case Key -> keyAllowed = true;
      case Value -> keyAllowed = !simpleKey;
      case Directive -> {
        content = false;
        directive((DirectiveToken<?>) token, from);
      }
      case Scalar -> scalar((ScalarToken) token, from);
      default -> {}
    }
  }

  private void directive(DirectiveToken<?> token, int from) {
    String name = token.getName();
    if (!name.equals(DirectiveToken.YAML_DIRECTIVE) && !name.equals(DirectiveToken.TAG_DIRECTIVE)) {
      stream.refuse(from, "go-yaml does not know this directive");
    }
    end = Math.min(lineEnd(end, text.length()) + 1, text.length()); // the line break is part of it
  }

  private void scalar(ScalarToken token, int from) {
    ScalarStyle style = token.getStyle();
    if (style == ScalarStyle.PLAIN) {
      plain = true;
      plainIndent = indents.isEmpty() ? -1 : indents.element();
    } else if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      content = false;
      keyAllowed = true;
      blockIndentation(from);
    }
  }

  /** While go-yaml looks for the indentation of a block scalar, a tab may not be in its way. */
  private void blockIndentation(int from) {
    for (int i = from + 1; i < Math.min(from + 3, text.length()); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return; // the indentation is given
      }
    }
    int at = lineBreak(from, text.length());
    while (at >= 0 && at < text.length() && isBreak(text.charAt(at))) {
      at++;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
    if (at >= 0 && at < text.length() && text.charAt(at) == '\t') {
      tab(at);
    }
  }

  /** Checks what lies between the last token and the next. */
  private void gap(int to) {
    if (nextTab >= 0 && nextTab < end) {
      nextTab = text.indexOf('\t', end);
    }
    if (nextTab < 0 || nextTab >= to) {
      return;
    }
    int at = plain ? behindPlain(to) : end;
    if (flow > 0 || at < 0) {
      return;
    }
    boolean lineComment = content;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineComment ? lineEnd(at, to) : commentEnd(at, to);
      } else if (c == '\t' && keyAllowed && !(lineComment && commentFollows(at))) {
        tab(at);
        return;
      } else {
        if (isBreak(c)) {
          keyAllowed = true;
          lineComment = false;
        }
        at++;
      }
    }
  }

  /**
   * go-yaml's plain scalar takes all blanks and line breaks behind it as its own, but no tab at or
   * before the indentation it stands in.
   *
   * @return where it stops, or -1 if a tab was reported
   */
  private int behindPlain(int to) {
    int line = -1;
    int at = end;
    while (at < to && text.charAt(at) != '#') {
      char c = text.charAt(at);
      if (isBreak(c)) {
        line = at + 1;
        keyAllowed = true;
        content = false;
      } else if (c == '\t' && line >= 0 && at - line <= plainIndent) {
        tab(at);
        return -1;
      }
      at++;
    }
    return at;
  }

  private boolean commentFollows(int at) {
    int next = at;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    return next < text.length() && text.charAt(next) == '#';
  }

  /** The end of a comment of several lines; go-yaml looks for its next line past any blanks. */
  private int commentEnd(int from, int to) {
    int at = lineEnd(from, to);
    int next = at;
    while (next < to && next - at < COMMENT_SEARCH) {
      char c = text.charAt(next);
      if (c == '#') {
        at = lineEnd(next, to);
        next = at;
      } else if (c == ' ' || c == '\t' || isBreak(c)) {
        next++;
      } else {
        break;
      }
    }
    return at;
  }

  private int lineEnd(int from, int to) {
    int at = lineBreak(from, to);
    return at < 0 ? to : at;
  }

  /** Index of the first line break in a range, or -1. */
  private int lineBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isBreak(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private void tab(int at) {
    stream.refuse(at, "a tab where only spaces may stand: tabs do not indent in YAML");
  }
}
