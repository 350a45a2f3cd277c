package dev.regwright.trace.input;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.talos.DocumentErrors;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.PatchMerger;
import dev.regwright.talos.PatchResult;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosPatch;
import dev.regwright.talos.TalosReader;
import dev.regwright.talos.TalosValidator;
import dev.regwright.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Talos configuration files on their way to a trace. A file Talos would not load stops it: to trace
 * what is left of one would tell what no node does.
 */
public final class TalosInput {
  private final Target target;
  private final List<TalosFile> files = new ArrayList<>();
  private final List<LintedFile> refused = new ArrayList<>();
  private final List<LintedFile> invalid = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  /** For a version of Talos. */
  public TalosInput(Target target) {
    this.target = target;
  }

  /** Adds a file; several are read together. Whether it is a Talos configuration at all. */
  public boolean add(SourceFile source) {
    TalosFile file = TalosReader.read(source, target.talos(), FileRole.AUTO);
    boolean broken = hasLoadError(file.findings());
    if (!file.talos() && !broken) {
      return false;
    }
    if (broken) {
      refuse(file);
    }
    files.add(file);
    return true;
  }

  /** Applies patches, first to last, to the only file there is. */
  public void patch(List<SourceFile> patches) {
    if (patches.isEmpty() || files.size() != 1 || !refused.isEmpty()) {
      return;
    }
    List<TalosPatch> read = new ArrayList<>();
    for (SourceFile source : patches) {
      TalosPatch patch = TalosPatch.read(source, target.talos());
      read.add(patch);
      if (patch.refused() != null && hasLoadError(patch.file().findings())) {
        refuse(patch.file());
      }
    }
    if (!refused.isEmpty()) {
      return;
    }
    PatchResult result = PatchMerger.apply(files.get(0), read);
    if (result instanceof PatchResult.Patched patched) {
      files.set(0, patched.file());
      if (hasLoadError(patched.file().findings())) {
        refuse(patched.file());
      }
    } else if (result instanceof PatchResult.Refused no) {
      messages.add(no.span() + ": Talos does not apply the patches: " + no.upstream());
    }
  }

  private void refuse(TalosFile file) {
    List<Finding> load = new ArrayList<>(file.findings());
    load.removeIf(finding -> finding.stage() != Stage.LOAD);
    refused.add(new LintedFile(file.source(), load, TalosVerdict.LOAD_ERROR, file.secrets()));
  }

  private static boolean hasLoadError(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.stage() == Stage.LOAD) {
        return true;
      }
    }
    return false;
  }

  /** The tracer, or null when Talos would refuse a file or a patch. */
  public @Nullable Tracer tracer(boolean imageCache) {
    if (!refused.isEmpty() || !messages.isEmpty()) {
      return null;
    }
    for (TalosFile file : files) {
      validate(file);
    }
    EffectiveConfig effective = EffectiveConfig.of(files);
    return Tracer.ofTalos(effective.config(), target, imageCache, new TalosSources(effective));
  }

  private void validate(TalosFile file) {
    List<Finding> findings = new ArrayList<>();
    for (DocumentErrors errors : TalosValidator.validate(file, target.mode())) {
      findings.addAll(errors.findings());
    }
    if (!findings.isEmpty()) {
      invalid.add(new LintedFile(file.source(), findings, TalosVerdict.INVALID, file.secrets()));
    }
  }

  /** How many files there are. */
  public int size() {
    return files.size();
  }

  /** The files and patches Talos would not load, with what it says. */
  public List<LintedFile> refused() {
    return List.copyOf(refused);
  }

  /** The files {@code talosctl validate} would refuse, with what it says. */
  public List<LintedFile> invalid() {
    return List.copyOf(invalid);
  }

  /** What else stands in the way, one sentence each. */
  public List<String> messages() {
    return List.copyOf(messages);
  }
}
