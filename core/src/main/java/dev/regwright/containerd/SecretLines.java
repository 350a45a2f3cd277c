package dev.regwright.containerd;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that look secret in a text that is not TOML, so that nobody can say what they really
 * are.
 */
final class SecretLines {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("^[^=\\n]{1,200}=([^\\n]*)$", Pattern.MULTILINE | Pattern.UNIX_LINES);

  private SecretLines() {}

  static List<TextRange> of(String text) {
    List<TextRange> ranges = new ArrayList<>();
    Matcher line = ASSIGNMENT.matcher(text);
    while (line.find()) {
      boolean secret =
          SecretNames.isSecret(text.substring(line.start(), line.start(1)))
              || line.group(1).indexOf('@') >= 0;
      if (secret) {
        ranges.add(new TextRange(line.start(1), line.end(1)));
      }
    }
    return ranges;
  }
}
