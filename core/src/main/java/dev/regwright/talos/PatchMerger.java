package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.talos.PatchResult.Patched;
import dev.regwright.talos.PatchResult.Reason;
import dev.regwright.talos.PatchResult.Refused;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies patches to a configuration as a Talos version does ({@code configpatcher}):
 * strategic-merge patches and, on a file of one document, JSON patches. Documents no patch touches
 * stay as they are. In documents other than the registry ones and {@code machine.registries}, lists
 * are always appended, although Talos replaces a few of them.
 */
public final class PatchMerger {
  private final TalosFile base;
  private final TalosVersion version;
  private final Origins origins;
  private final Report report;
  private final DocumentDecoder decoder;
  private final List<TalosDocument> documents = new ArrayList<>();
  private Map<String, TalosDocument> index = new HashMap<>();
  private @Nullable Refused crash; // what Talos panics of when it writes the result
  private int strays; // deletions older versions take for documents
  private boolean loaded;

  private PatchMerger(TalosFile base, Origins origins) {
    this.base = base;
    this.version = base.version();
    this.origins = origins;
    this.report = new Report(origins);
    this.decoder = new DocumentDecoder(report, version);
    this.documents.addAll(base.documents());
  }

  /** Applies patches, first to last, to a configuration. */
  public static PatchResult apply(TalosFile base, List<TalosPatch> patches) {
    for (TalosPatch patch : patches) {
      if (patch.refused() != null) {
        return patch.refused();
      }
    }
    if (patches.isEmpty()) {
      return new Patched(base);
    }
    Origins origins = Origins.of(base.source());
    patches.forEach(patch -> patch.bring(origins));
    return new PatchMerger(base, origins).run(patches);
  }

  private PatchResult run(List<TalosPatch> patches) {
    for (TalosPatch patch : patches) {
      Refused refused = patch.isJson() ? json(patch) : strategic(patch);
      if (refused != null) {
        return refused;
      }
    }
    return crash == null ? new Patched(result()) : crash;
  }

  private TalosFile result() {
    Set<Finding> findings = new LinkedHashSet<>(base.findings());
    findings.addAll(report.findings());
    List<TalosFile.TextRange> secrets = new ArrayList<>(base.secrets());
    secrets.addAll(report.secrets());
    return new TalosFile(
        base.source(),
        origins,
        version,
        false,
        documents,
        List.copyOf(findings),
        secrets,
        base.talos());
  }

  /** What loading says against the configuration as it is now; null when nothing. */
  private @Nullable Refused load() {
    if (loaded) {
      return null;
    }
    List<Finding> said = new ArrayList<>(base.findings());
    said.addAll(report.findings());
    for (Finding finding : said) {
      if (finding.stage() == Stage.LOAD) {
        String upstream = finding.upstream() == null ? finding.message() : finding.upstream();
        return new Refused(Reason.APPLY, upstream, finding.span());
      }
    }
    // A container lists the machine configuration first.
    documents.sort(Comparator.comparing(d -> !(d instanceof TalosDocument.Machine)));
    loaded = true;
    return null;
  }

  private @Nullable Refused strategic(TalosPatch patch) {
    Refused unreadable = load();
    if (unreadable != null) {
      return unreadable;
    }
    index = new HashMap<>();
    documents.forEach(document -> index.put(PatchTarget.id(document), document));
    for (PatchStatement statement : patch.statements()) {
      if (statement instanceof PatchStatement.Merge merge) {
        merge(merge.document());
      } else if (statement instanceof PatchStatement.Delete delete) {
        Refused refused = delete(delete.selector());
        if (refused != null) {
          return refused;
        }
      }
    }
    return null;
  }

  private void merge(TalosDocument right) {
    TalosDocument left = index.get(PatchTarget.id(right));
    YamlMapping addition = PatchTarget.root(right);
    YamlMapping old = left == null ? null : PatchTarget.root(left);
    if (left != null && old != null && addition != null) {
      YamlMapping merged = new TreeMerge(origins).merge(old, addition, PatchTarget.shape(left));
      replace(left, decoder.again(left, merged));
    } else {
      documents.add(right);
      if (TalosChange.PATCH_REPEATS_DOCUMENTS.in(version)) {
        index.put(PatchTarget.id(right), right);
      }
    }
  }

  private @Nullable Refused delete(PatchDelete selector) {
    TalosDocument left = index.get(selector.documentId());
    YamlMapping root = left == null ? null : PatchTarget.root(left);
    if (left == null || root == null) {
      absent(selector);
      return null;
    }
    if (selector.path().isEmpty()) {
      remove(left);
      index.remove(selector.documentId());
      return null;
    }
    try {
      YamlMapping rest =
          new TreeDelete(origins, version).delete(root, selector, PatchTarget.shape(left));
      replace(left, decoder.again(left, rest));
      return null;
    } catch (TreeDelete.FailedException e) {
      return e.isCrash()
          ? new Refused(Reason.CRASH, String.valueOf(e.getMessage()), span(selector))
          : new Refused(Reason.APPLY, failure(selector, e), span(selector));
    }
  }

  /**
   * Older Talos versions take the selector itself for a document: one with a name cannot be
   * written, and one without is written as an empty document, which does not load.
   */
  private void absent(PatchDelete selector) {
    if (TalosChange.PATCH_IGNORES_ABSENT_DOCUMENTS.in(version)) {
      return;
    }
    strays++;
    if (selector.name().isEmpty()) {
      report.add(
          LoadRules.MISSING_KIND
              .finding(
                  span(selector),
                  "there is no such document, and Talos " + version + " adds an empty one instead")
              .withHelp("remove this deletion, or name the document")
              .withUpstream("missing kind"));
    } else if (crash == null) {
      crash =
          new Refused(
              Reason.CRASH,
              "reflect.Value.Interface: cannot return value obtained from unexported field or method",
              span(selector));
    }
  }

  private static String failure(PatchDelete selector, TreeDelete.FailedException e) {
    String path = selector.pathText();
    String prefix =
        selector.name().isEmpty()
            ? "patch delete: path '%s' in document '%s/%s'"
                .formatted(path, selector.apiVersion(), selector.kind())
            : "named patch delete: document %s/%s"
                .formatted(selector.apiVersion(), selector.kind());
    return "%s: failed to delete path '%s': %s".formatted(prefix, path, e.getMessage());
  }

  private @Nullable Refused json(TalosPatch patch) {
    if (crash != null) {
      return crash;
    }
    JsonPatch operations = patch.json();
    TalosDocument only = documentCount() == 1 && documents.size() == 1 ? documents.get(0) : null;
    YamlMapping root = only == null ? null : PatchTarget.root(only);
    if (operations == null || only == null || root == null) {
      return new Refused(
          Reason.APPLY,
          "JSON6902 patches are not supported for multi-document machine configuration",
          Span.startOf(patch.file().source().name()));
    }
    try {
      YamlMapping patched = operations.apply(root, origins);
      replace(only, decoder.decode(only.yaml().withRoot(patched), patched));
      loaded = false;
      return null;
    } catch (JsonPatch.FailedException e) {
      return new Refused(
          Reason.APPLY,
          "failure applying rfc6902 patches to talos machine config: " + e.getMessage(),
          NodeSpans.of(patch.file().source(), e.at()));
    }
  }

  /** Empty documents count, as long as the file has not been written anew. */
  private int documentCount() {
    return loaded
        ? documents.size() + strays
        : YamlStream.read(base.source(), TalosReader.yamlOf(version)).documents().size();
  }

  private Span span(PatchDelete selector) {
    return origins.span(selector.node());
  }

  @SuppressWarnings("ReferenceEquality") // a document is found by identity
  private void replace(TalosDocument old, TalosDocument other) {
    documents.replaceAll(document -> document == old ? other : document);
    index.replaceAll((id, document) -> document == old ? other : document);
  }

  @SuppressWarnings("ReferenceEquality")
  private void remove(TalosDocument old) {
    documents.removeIf(document -> document == old);
  }
}
