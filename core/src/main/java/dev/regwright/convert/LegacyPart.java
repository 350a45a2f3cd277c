package dev.regwright.convert;

import dev.regwright.source.Finding;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.yaml.Comment;
import dev.regwright.yaml.CommentScan;
import dev.regwright.yaml.YamlAlias;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is {@code machine.registries}, with {@code machine} where that holds
 * nothing else.
 *
 * @param document the document it stands in
 * @param entry the entry that goes
 * @param start where the part begins
 * @param end where it ends
 * @param instead what takes its place, mostly nothing
 * @param emptiesDocument whether the document has nothing else
 */
record LegacyPart(
    YamlDocument document,
    YamlMapping.Entry entry,
    int start,
    int end,
    String instead,
    boolean emptiesDocument) {
  /** What makes Talos take a document without a kind for a machine configuration. */
  private static final Set<String> MACHINE_KEYS = Set.of("cluster", "debug", "persist");

  /**
   * All of them; why one cannot be taken out is added to {@code refusals}.
   *
   * @param within whether {@code machine} stays, whatever it holds
   */
  static List<LegacyPart> of(TalosFile file, List<Finding> refusals, boolean within) {
    List<LegacyPart> parts = new ArrayList<>();
    PatchDeletions deletions = PatchDeletions.of(file);
    deletions.refuse(true, refusals);
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Machine machine && machine.registries() != null) {
        LegacyPart part = of(file, machine, deletions.written(machine), within);
        String obstacle =
            part == null ? "it does not stand on lines of its own" : part.obstacle(file);
        if (part == null || obstacle != null) {
          refusals.add(
              ConvertRules.REFUSED
                  .finding(
                      file.span(machine.registries()),
                      "machine.registries cannot be taken out here: " + obstacle)
                  .withHelp("write it in block style, each key on a line of its own"));
        } else {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  private static @Nullable LegacyPart of(
      TalosFile file, TalosDocument.Machine machine, @Nullable YamlMapping root, boolean within) {
    String text = file.source().text();
    YamlMapping.Entry top = root == null ? null : root.find("machine");
    if (root == null || top == null || !(top.value() instanceof YamlMapping inner)) {
      return null;
    }
    YamlMapping.Entry registries = inner.find("registries");
    if (registries == null) {
      return null;
    }
    if (within || inner.entries().size() > 1) {
      return part(machine, registries, EntryRange.of(text, inner, registries), false);
    }
    if (root.entries().size() == 1) {
      EntryRange all = new EntryRange(root.start(), root.end(), false);
      return part(machine, top, root.flow() ? all : EntryRange.of(text, root, top), true);
    }
    return keepsKind(root)
        ? part(machine, top, EntryRange.of(text, root, top), false)
        : emptied(text, machine, top, inner);
  }

  /** An empty {@code machine}, without which Talos would not know the document's kind. */
  private static @Nullable LegacyPart emptied(
      String text, TalosDocument machine, YamlMapping.Entry top, YamlMapping inner) {
    if (inner.flow()) {
      return new LegacyPart(machine.yaml(), top, inner.start(), inner.end(), "{}", false);
    }
    EntryRange range = EntryRange.of(text, inner, inner.entries().get(0));
    if (range == null) {
      return null;
    }
    int colon = text.indexOf(':', top.key().end()) + 1;
    String instead = " {}" + TextLines.lineBreak(text);
    return new LegacyPart(machine.yaml(), top, colon, range.end(), instead, false);
  }

  private static @Nullable LegacyPart part(
      TalosDocument machine, YamlMapping.Entry entry, @Nullable EntryRange range, boolean empties) {
    return range == null
        ? null
        : new LegacyPart(machine.yaml(), entry, range.start(), range.end(), "", empties);
  }

  private static boolean keepsKind(YamlMapping root) {
    for (YamlMapping.Entry entry : root.entries()) {
      String key = entry.keyText();
      if (key != null && MACHINE_KEYS.contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** The comments that go with it. */
  List<Comment> comments(String text) {
    return CommentScan.in(text, start, end, List.of(entry.key(), entry.value()));
  }

  /** Where it begins together with the marker above it, when nothing stands between them. */
  int withMarker(String text) {
    int from = document.start();
    boolean marked = text.startsWith("---", from);
    return marked && TextLines.isBlank(text, from + 3, start) ? from : start;
  }

  /** The landmarks in it. */
  List<Landmark> within(List<Landmark> landmarks) {
    List<Landmark> inside = new ArrayList<>();
    for (Landmark landmark : landmarks) {
      if (landmark.start() >= start && landmark.start() < end) {
        inside.add(landmark);
      }
    }
    return inside;
  }

  /** Why it cannot go: something else uses an anchor in it. */
  private @Nullable String obstacle(TalosFile file) {
    String text = file.source().text();
    if (text.indexOf('&', start) < 0 || text.indexOf('*') < 0) {
      return null;
    }
    for (TalosDocument other : file.documents()) {
      if (other.yaml().root() != null && usesFrom(other.yaml().root())) {
        return "an alias elsewhere uses an anchor in it";
      }
    }
    return null;
  }

  private boolean usesFrom(YamlNode tree) {
    Deque<YamlNode> left = new ArrayDeque<>();
    left.push(tree);
    while (!left.isEmpty()) {
      YamlNode node = left.pop();
      if (node instanceof YamlAlias alias) {
        if (!holds(alias.start()) && holds(alias.resolved().start())) {
          return true;
        }
      } else if (node instanceof YamlMapping mapping) {
        for (YamlMapping.Entry e : mapping.entries()) {
          left.push(e.key());
          left.push(e.value());
        }
      } else if (node instanceof YamlSequence sequence) {
        sequence.items().forEach(left::push);
      }
    }
    return false;
  }

  private boolean holds(int place) {
    return place >= start && place < end;
  }

  /** Whether the last value of a file is a block scalar, which a line break more would change. */
  static boolean endsInBlockScalar(TalosFile file) {
    List<TalosDocument> documents = file.documents();
    YamlNode node = documents.isEmpty() ? null : documents.get(documents.size() - 1).yaml().root();
    while (node != null) {
      if (node instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
        node = mapping.entries().get(mapping.entries().size() - 1).value();
      } else if (node instanceof YamlSequence sequence && !sequence.items().isEmpty()) {
        node = sequence.items().get(sequence.items().size() - 1);
      } else {
        return node instanceof YamlScalar scalar
            && (scalar.style() == YamlScalar.Style.LITERAL
                || scalar.style() == YamlScalar.Style.FOLDED);
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "machine.registries at " + start;
  }
}
