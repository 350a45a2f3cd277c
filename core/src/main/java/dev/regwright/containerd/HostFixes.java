package dev.regwright.containerd;

import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Repairs of hosts.toml, where it is certain what to write and where. */
final class HostFixes {
  private static final String OVERRIDE = "override_path = true";

  /** In more text than that we look for no name that is taken. */
  private static final int SEARCHED = 1 << 16;

  private final SourceFile source;

  HostFixes(SourceFile source) {
    this.source = source;
  }

  /** A finding with a repair, if there is one. */
  static Finding with(Finding finding, @Nullable Fix fix) {
    return fix == null ? finding : finding.withFix(fix);
  }

  private static Fix fix(String title, boolean safe, int start, int end, String text) {
    return new Fix(title, safe, List.of(new TextEdit(start, end, text)));
  }

  /** The URL's path as it is; null where there is no plain line to add to. */
  @Nullable Fix override(HostEntry host) {
    Setting<Boolean> flag = host.settings().overridePath();
    if (flag != null) {
      return fix("set " + OVERRIDE, true, flag.at().start(), flag.at().end(), "true");
    }
    int end = lineEnd(host);
    return end < 0 ? null : fix("add " + OVERRIDE, true, end, end, "\n" + indent(host) + OVERRIDE);
  }

  static Fix noOverride(Setting<Boolean> flag) {
    return fix("set override_path = false", true, flag.at().start(), flag.at().end(), "false");
  }

  /** Where the line of a header or a server ends; -1 when more than a comment follows. */
  private int lineEnd(HostEntry host) {
    String text = source.text();
    int i = skipBlanks(host.written().at().end());
    if (host.role() == HostRole.MIRROR) {
      if (i == text.length() || text.charAt(i) != ']') {
        return -1; // a table inside it, a dotted key or braces
      }
      i = skipBlanks(i + 1);
    }
    int end = i;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end == i || text.charAt(i) == '#' ? end : -1;
  }

  private int skipBlanks(int from) {
    String text = source.text();
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** That of the keys that follow, or of the line itself. */
  private String indent(HostEntry host) {
    int line = source.line(host.written().at().start());
    if (host.role() == HostRole.MIRROR && line < source.lineCount()) {
      String next = source.lineText(line + 1);
      String content = next.strip();
      if (!content.isEmpty() && content.charAt(0) != '[' && content.charAt(0) != '#') {
        return next.substring(0, next.indexOf(content.charAt(0)));
      }
    }
    int start = source.lineStart(line);
    return source.text().substring(start, skipBlanks(start));
  }

  /** Another URL for a server; a host's is the name of its table, which may be taken. */
  static @Nullable Fix server(HostEntry host, String url) {
    TextRange at = host.written().at();
    return host.role() == HostRole.MIRROR
        ? null
        : fix("write " + url, false, at.start(), at.end(), '"' + url + '"');
  }

  /** One more capability behind the last one. */
  static Fix capability(Setting<List<Setting<String>>> written, String word) {
    int end = written.value().get(written.value().size() - 1).at().end();
    return fix("add " + word, false, end, end, ", \"" + word + '"');
  }

  static Fix capability(TextRange at, String written, String word) {
    boolean same = written.strip().equalsIgnoreCase(word);
    return fix("write " + word, same, at.start(), at.end(), '"' + word + '"');
  }

  /** An empty table is enough, and every version takes it. */
  Fix hostTable() {
    int end = source.text().length();
    boolean open = end > 0 && source.text().charAt(end - 1) != '\n';
    return fix("add [host]", true, end, end, (open ? "\n" : "") + "[host]\n");
  }

  /** Without query and fragment, which containerd drops anyway. */
  @Nullable Fix withoutParts(HostEntry host) {
    String url = host.written().value();
    TextRange at = host.written().at();
    int cut = 0;
    while (cut < url.length() && url.charAt(cut) != '?' && url.charAt(cut) != '#') {
      cut++;
    }
    String shorter = url.substring(0, cut);
    String text = source.text();
    boolean plain =
        text.startsWith(url, at.start() + 1) && at.end() == at.start() + url.length() + 2;
    boolean taken =
        host.role() == HostRole.MIRROR
            && (text.length() > SEARCHED
                || text.contains('"' + shorter + '"')
                || text.contains('\'' + shorter + '\''));
    return !plain || taken
        ? null
        : fix("write " + shorter, true, at.start() + 1 + cut, at.end() - 1, "");
  }

  /** Another name for a key. */
  static Fix key(TextRange at, String word) {
    return fix("write " + word, false, at.start(), at.end(), word);
  }
}
