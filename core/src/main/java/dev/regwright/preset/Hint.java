package dev.regwright.preset;

/**
 * Something to do outside the configuration of the nodes.
 *
 * @param title a word or two
 * @param text lines of plain text and commands, without a line break at the end
 */
public record Hint(String title, String text) {
  static Hint server(String text) {
    return new Hint("On the server", text.strip());
  }

  static Hint credentials(String text) {
    return new Hint("Credentials", text.strip());
  }

  static Hint tls(String text) {
    return new Hint("TLS", text.strip());
  }
}
