package dev.regwright.convert;

import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
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
 * @param secrets what of the first file must never be shown
 */
public record ReadConfig(
    RegistryConfig config,
    Places places,
    List<Finding> problems,
    List<TalosFile.TextRange> secrets) {
  /** Copies the lists. */
  public ReadConfig {
    problems = List.copyOf(problems);
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
    return new ReadConfig(flags.config(), Places.in(file.name()), problems, flags.secrets());
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return config + ", " + problems.size() + " problems";
  }
}
