package dev.regwright.cli;

/** The help for somebody who has not chosen a command yet. */
final class Help {
  static final String PURPOSE =
      "Regwright tells what a registry configuration will make a Talos Linux node do, before a node does it.";

  static final String EXAMPLES =
      """
        regwright lint controlplane.yaml              check a file
        regwright lint talos/ --talos 1.13            check a directory for the nodes' Talos version
        sops -d secret.yaml | regwright lint -        check what another program writes
        regwright trace --config talos/ nginx:1.29    show where an image really comes from
        regwright rules path-needs-override           explain a finding
        regwright generate --presets                  write configuration for Harbor, Zot, Nexus, …
      """;

  private static final String BOTTOM =
      """

      Run regwright COMMAND --help for examples and options.
      """;

  private Help() {}

  static String overview() {
    StringBuilder text = new StringBuilder(PURPOSE);
    text.append("\n\nUsage: regwright COMMAND [OPTIONS]\n\nExamples:\n").append(EXAMPLES);
    text.append("\nCommands:\n");
    for (Command command : Commands.all()) {
      text.append("  ").append(command.name()).append(" ".repeat(12 - command.name().length()));
      text.append(command.purpose()).append('\n');
    }
    return text.append(BOTTOM).toString();
  }
}
