package dev.regwright.convert;

import dev.regwright.containerd.CriConfigReader;
import dev.regwright.containerd.CriFile;
import dev.regwright.containerd.CriRole;
import dev.regwright.containerd.FileView;
import dev.regwright.containerd.HostsDirectoryReader;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.PatchMerger;
import dev.regwright.talos.PatchResult;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosPatch;
import dev.regwright.talos.TalosctlFlags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What files say about registries, together.
 *
 * @param config the configuration; empty when there are problems
 * @param places where its parts stand
 * @param problems why it cannot be used; mostly empty
 * @param losses what was read and a configuration cannot say
 * @param secrets what of the first file must never be shown
 */
public record ReadConfig(
    RegistryConfig config,
    Places places,
    List<Finding> problems,
    List<Finding> losses,
    List<TalosFile.TextRange> secrets) {
  /** Copies the lists. */
  public ReadConfig {
    problems = List.copyOf(problems);
    losses = List.copyOf(losses);
    secrets = List.copyOf(secrets);
  }

  /**
   * Reads files of Talos, the first with patches applied.
   *
   * @param files at least one
   * @param patches in the order applied
   */
  public static ReadConfig talos(
      List<SourceFile> files, List<SourceFile> patches, TalosVersion target) {
    List<TalosFile> read = new ArrayList<>();
    List<Finding> problems = new ArrayList<>();
    for (SourceFile file : files) {
      TalosFile talos = TalosConversion.read(file, target, FileRole.AUTO);
      problems.addAll(Outcome.judged(talos));
      read.add(talos);
    }
    if (problems.isEmpty() && !patches.isEmpty()) {
      TalosFile patched = patched(read.get(0), patches, problems);
      if (patched != null) {
        problems.addAll(Outcome.judged(patched));
        read.set(0, patched);
      }
    }
    EffectiveConfig effective = EffectiveConfig.of(problems.isEmpty() ? read : List.of());
    return new ReadConfig(
        effective.config(),
        Places.of(effective, files.get(0).name()),
        problems,
        List.of(),
        read.get(0).secrets());
  }

  private static @Nullable TalosFile patched(
      TalosFile base, List<SourceFile> patches, List<Finding> problems) {
    List<TalosPatch> all = new ArrayList<>();
    for (SourceFile patch : patches) {
      all.add(TalosPatch.read(patch, base.version()));
    }
    PatchResult result = PatchMerger.apply(base, all);
    if (result instanceof PatchResult.Patched patched) {
      return patched.file();
    }
    PatchResult.Refused refused = (PatchResult.Refused) result;
    problems.add(
        ConvertRules.REFUSED
            .finding(refused.span(), "Talos does not apply the patches")
            .withUpstream(refused.upstream()));
    return null;
  }

  /** Reads the registry flags of talosctl commands. */
  public static ReadConfig flags(SourceFile file, TalosVersion target) {
    TalosctlFlags flags = TalosctlFlags.read(file, target);
    List<Finding> problems = new ArrayList<>();
    for (Finding finding : flags.findings()) {
      if (finding.stage() == Stage.LOAD || finding.stage() == Stage.VALIDATE) {
        problems.add(finding);
      }
    }
    return new ReadConfig(
        flags.config(), Places.in(file.name()), problems, List.of(), flags.secrets());
  }

  /**
   * Reads a directory of hosts.toml directories.
   *
   * @param root its absolute path among the files
   * @param name what the user calls it
   */
  public static ReadConfig hosts(
      FileView files, String root, String name, ContainerdVersion version) {
    HostsDirectoryReader.Result result = HostsDirectoryReader.read(files, root, version);
    List<Finding> problems = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.stage() == Stage.LOAD && finding.severity() == Severity.ERROR) {
        problems.add(finding);
      }
    }
    return new ReadConfig(
        result.config(), Places.in(name), problems, adopted(result.losses()), List.of());
  }

  /**
   * Reads the old {@code mirrors} and {@code configs} of a containerd configuration.
   *
   * @param files where the certificates lie that it names
   */
  public static ReadConfig cri(
      SourceFile source, FileView files, ContainerdVersion version, CriRole role) {
    CriFile file = CriFile.read(source, version, role);
    List<Finding> problems = new ArrayList<>();
    for (Finding finding : file.findings()) {
      if (finding.stage() == Stage.LOAD && finding.severity() == Severity.ERROR) {
        problems.add(finding);
      }
    }
    CriConfigReader.Result result = CriConfigReader.read(file, files);
    return new ReadConfig(
        result.config(), Places.in(source.name()), problems, adopted(result.losses()), List.of());
  }

  private static List<Finding> adopted(List<Finding> losses) {
    List<Finding> adopted = new ArrayList<>();
    for (Finding loss : losses) {
      adopted.add(ConvertRules.LOSS.finding(loss.span(), loss.message()).withHelp(loss.help()));
    }
    return adopted;
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return config + ", " + problems.size() + " problems";
  }
}
