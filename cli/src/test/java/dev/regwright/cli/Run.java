package dev.regwright.cli;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One run of the command within the test.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Run(int code, String out, String err) {
  static Run of(Object... args) {
    return with("", Map.of(), false, args);
  }

  static Run on(String stdin, Object... args) {
    return with(stdin, Map.of(), false, args);
  }

  static Run with(String stdin, Map<String, String> env, boolean terminal, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    var in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
    int code = Main.run(words, in, out, err, env, terminal);
    return new Run(code, out.toString(), err.toString());
  }
}
