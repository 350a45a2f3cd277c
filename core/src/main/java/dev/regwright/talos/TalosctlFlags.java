package dev.regwright.talos;

import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.util.List;

/**
 * The registry flags of talosctl in a command line or a shell script, {@code --registry-mirror} and
 * {@code --registry-insecure-skip-verify}, and the configuration they make.
 *
 * @param source the shell text
 * @param config what the flags of all commands say together; an endpoint that a later command
 *     repeats is not taken again
 * @param specs each element of each flag, in order
 * @param findings what talosctl would refuse, and what Talos would refuse of what it makes
 * @param secrets ranges of the text that must never be shown
 */
public record TalosctlFlags(
    SourceFile source,
    RegistryConfig config,
    List<FlagSpec> specs,
    List<Finding> findings,
    List<TalosFile.TextRange> secrets) {
  /** The flag for mirrors. */
  static final String MIRROR = "registry-mirror";

  /** The flag for hosts whose certificate is not checked. */
  static final String INSECURE = "registry-insecure-skip-verify";

  /** Copies the lists. */
  public TalosctlFlags {
    specs = List.copyOf(specs);
    findings = List.copyOf(findings);
    secrets = List.copyOf(secrets);
  }

  /**
   * Reads shell text; any text gives an answer. Commands count that name talosctl or begin with a
   * flag or a variable, so that the flags alone can be read, too.
   *
   * @param version the talosctl that would run it; a {@code --talos-version} in a command decides
   *     what it makes
   */
  public static TalosctlFlags read(SourceFile source, TalosVersion version) {
    return new FlagsReader(source, version).read();
  }

  /** Whether a text may hold such flags; cheap. */
  public static boolean mayBeIn(String text) {
    return text.contains("-" + MIRROR) || text.contains("-" + INSECURE);
  }

  @Override
  public String toString() {
    return specs.size() + " registry flags of " + source.name();
  }
}
