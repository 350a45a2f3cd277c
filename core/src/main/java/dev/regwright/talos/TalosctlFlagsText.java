package dev.regwright.talos;

import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import java.util.List;

/**
 * A configuration as flags of talosctl.
 *
 * @param arguments flags and their values in turn, as talosctl gets them
 * @param losses what the flags do not say
 */
public record TalosctlFlagsText(List<String> arguments, List<FlagLoss> losses) {
  /** Copies the lists. */
  public TalosctlFlagsText {
    arguments = List.copyOf(arguments);
    losses = List.copyOf(losses);
  }

  /** Writes a configuration as flags of a command. */
  public static TalosctlFlagsText of(
      RegistryConfig config, TalosVersion version, TalosctlCommand command) {
    return new FlagsWriter(version, command).write(config);
  }

  /**
   * The flags as POSIX shell text, one on each line, to be put behind the words of the command;
   * nothing in it is left for the shell to fill in.
   */
  public String shell() {
    var out = new StringBuilder();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      out.append(i == 0 ? "" : " \\\n")
          .append(arguments.get(i))
          .append(' ')
          .append(ShellQuoting.of(arguments.get(i + 1)));
    }
    return out.append(out.length() == 0 ? "" : "\n").toString();
  }

  /** Shows no value: a URL may hold a password. */
  @Override
  public String toString() {
    return arguments.size() / 2 + " flags, " + losses.size() + " losses";
  }
}
