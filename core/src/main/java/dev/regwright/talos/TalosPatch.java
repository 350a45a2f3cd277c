package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patch as {@code talosctl machineconfig patch} takes it ({@code configpatcher/load.go}): a
 * strategic-merge patch, which looks like a configuration, or a list of JSON patch operations.
 */
public final class TalosPatch {
  private final TalosFile file;
  private final List<PatchStatement> statements;
  private final @Nullable JsonPatch json;
  private final PatchResult.@Nullable Refused refused;

  private TalosPatch(
      TalosFile file,
      List<PatchStatement> statements,
      @Nullable JsonPatch json,
      PatchResult.@Nullable Refused refused) {
    this.file = file;
    this.statements = List.copyOf(statements);
    this.json = json;
    this.refused = refused;
  }

  /** Reads a patch. Any file gives an answer. */
  public static TalosPatch read(SourceFile source, TalosVersion version) {
    TalosReader.PatchReading reading = TalosReader.readPatch(source, version);
    TalosFile file = reading.file();
    PatchResult.Refused refused = refused(reading);
    if (refused == null) {
      return new TalosPatch(file, ordered(reading.statements(), version), null, null);
    }
    YamlStream stream = YamlStream.read(source, TalosReader.yamlOf(version));
    JsonPatch json = JsonPatch.of(stream);
    if (json != null) {
      TalosFile plain =
          new TalosFile(
              source, file.origins(), version, true, List.of(), List.of(), List.of(), true);
      return new TalosPatch(plain, List.of(), json, null);
    }
    return new TalosPatch(file, List.of(), null, JsonPatch.refusal(stream, refused));
  }

  /** A container lists what concerns the machine configuration first. */
  private static List<PatchStatement> ordered(
      List<PatchStatement> statements, TalosVersion version) {
    // Since a patch may repeat documents, it is no container any more, though deletions are.
    boolean asWritten = TalosChange.PATCH_REPEATS_DOCUMENTS.in(version);
    List<PatchStatement> machineDeletes = new ArrayList<>();
    List<PatchStatement> machine = new ArrayList<>();
    List<PatchStatement> others = new ArrayList<>();
    for (PatchStatement statement : statements) {
      if (statement instanceof PatchStatement.Delete delete) {
        boolean legacy = delete.selector().kind().equals("v1alpha1");
        (legacy ? machineDeletes : others).add(statement);
      } else {
        boolean legacy =
            ((PatchStatement.Merge) statement).document() instanceof TalosDocument.Machine;
        (legacy && !asWritten ? machine : others).add(statement);
      }
    }
    machineDeletes.addAll(machine);
    machineDeletes.addAll(others);
    return machineDeletes;
  }

  private static PatchResult.@Nullable Refused refused(TalosReader.PatchReading reading) {
    for (Finding finding : reading.file().findings()) {
      if (finding.stage() == Stage.LOAD) {
        String upstream = finding.upstream() == null ? finding.message() : finding.upstream();
        return new PatchResult.Refused(PatchResult.Reason.PATCH_LOAD, upstream, finding.span());
      }
    }
    return reading.statements().isEmpty()
        ? new PatchResult.Refused(
            PatchResult.Reason.PATCH_LOAD,
            "config not found",
            Span.startOf(reading.file().source().name()))
        : null;
  }

  /**
   * The patch as a file. Of a strategic-merge patch, its documents are what it adds or merges,
   * without what it deletes, and its findings what Talos says when it loads the patch.
   */
  public TalosFile file() {
    return file;
  }

  /** Whether it is a JSON patch (RFC 6902). */
  public boolean isJson() {
    return json != null;
  }

  /** Why Talos cannot read the patch; null when it can. */
  public PatchResult.@Nullable Refused refused() {
    return refused;
  }

  List<PatchStatement> statements() {
    return statements;
  }

  @Nullable JsonPatch json() {
    return json;
  }

  /** Says which nodes are this patch's. */
  void bring(Origins origins) {
    for (PatchStatement statement : statements) {
      if (statement instanceof PatchStatement.Merge merge) {
        YamlDocument document = merge.document().yaml();
        if (document.root() != null) {
          origins.bring(document.root(), file.source());
        }
      } else if (statement instanceof PatchStatement.Delete delete) {
        origins.bring(delete.selector().node(), file.source());
      }
    }
    if (json != null) {
      json.bring(origins, file.source());
    }
  }

  @Override
  public String toString() {
    return (isJson() ? "JSON patch " : "patch ") + file.source().name();
  }
}
