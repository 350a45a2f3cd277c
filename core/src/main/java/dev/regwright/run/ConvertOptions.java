package dev.regwright.run;

import dev.regwright.convert.Form;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to convert, and how.
 *
 * @param inputs files, or {@code -}
 * @param from the form of the inputs, or null to recognise it
 * @param patches files with patches for the first input
 * @param output where to write, or null for standard output
 * @param asPatch whether to make two patches
 * @param allowLossy whether to go on when something is lost
 * @param stdinName what standard input is called
 * @param containerd the containerd whose files are read
 * @param hosts how hosts.toml directories are written
 */
public record ConvertOptions(
    List<String> inputs,
    Form to,
    @Nullable Form from,
    TalosVersion talos,
    List<String> patches,
    @Nullable String output,
    boolean inPlace,
    boolean asPatch,
    boolean allowLossy,
    String stdinName,
    ContainerdVersion containerd,
    HostsOptions hosts) {

  /** Refuses what does not go together. */
  public void check(boolean stdin) throws UsageException {
    boolean file = to == Form.TALOS || to == Form.TALOS_LEGACY;
    if (to == Form.TALOS && !TalosChange.REGISTRY_DOCUMENTS.in(talos)) {
      throw new UsageException(
          "Talos "
              + talos.minorText()
              + " has no registry documents; use --to talos-legacy, or --talos 1.12 or newer");
    }
    if (inPlace && (!file || output != null || stdin || !patches.isEmpty() || asPatch)) {
      throw new UsageException(
          "--in-place changes files of Talos: it goes with --to talos or talos-legacy, and without "
              + "-o, -, --patch and --as-patch");
    }
    if (inPlace && from != null && from != Form.TALOS && from != Form.TALOS_LEGACY) {
      throw new UsageException("--in-place changes files of Talos; --from says otherwise");
    }
    if (to == Form.HOSTS_TOML && output == null) {
      throw new UsageException("hosts-toml is a directory of files; name it with -o DIRECTORY");
    }
    if (to != Form.HOSTS_TOML && hosts.given()) {
      throw new UsageException(
          "--profile, --cri-part, --image-cache, --hosts-root and --prune go with --to hosts-toml");
    }
    if (asPatch && (to != Form.TALOS || output == null)) {
      throw new UsageException("--as-patch goes with --to talos and -o DIRECTORY");
    }
  }

  /** Whether the one input is to come out changed as little as possible. */
  boolean keepsFile() {
    boolean file = to == Form.TALOS || to == Form.TALOS_LEGACY;
    return file && inputs.size() == 1 && patches.isEmpty() && !asPatch;
  }
}
