package dev.regwright.talos;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.UrlParse;
import dev.regwright.talos.Shape.ListOf;
import dev.regwright.talos.Shape.MapOf;
import dev.regwright.talos.Shape.Struct;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlMapping.Entry;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deletes by path, as Talos looks paths up in its types ({@code
 * configloader/internal/decoder/selector.go}): fields of a struct may be absent, keys of a map and
 * items of a list may not. Where we do not know the type, what is absent is taken for deleted.
 */
final class TreeDelete {
  private final Origins origins;
  private final TalosVersion version;
  private final Urls urls;

  TreeDelete(Origins origins, TalosVersion version) {
    this.origins = origins;
    this.version = version;
    this.urls = new Urls(version);
  }

  /** Why nothing could be deleted. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean crash;

    private FailedException(String message, boolean crash) {
      super(message, null, false, false);
      this.crash = crash;
    }

    /** Whether Talos does not say so but panics. */
    boolean isCrash() {
      return crash;
    }
  }

  /** The document without what the selector names. */
  YamlMapping delete(YamlMapping root, PatchDelete selector, Shape.Struct shape)
      throws FailedException {
    YamlNode rest = struct(root, shape, selector, 0);
    return rest instanceof YamlMapping mapping ? mapping : root;
  }

  private static FailedException notFound() {
    return new FailedException("lookup failed", false);
  }

  /** Deletes below a node that is there; {@code at} is the step of the path to take. */
  private YamlNode within(YamlNode node, Shape shape, PatchDelete selector, int at)
      throws FailedException {
    YamlNode target = node.resolved();
    if (target instanceof YamlScalar scalar && scalar.isNull()) {
      return absent(node, shape, selector, at);
    }
    if (target instanceof YamlMapping mapping) {
      return shape instanceof MapOf map
          ? map(mapping, map, selector, at)
          : struct(mapping, shape instanceof Struct s ? s : null, selector, at);
    }
    if (target instanceof YamlSequence sequence) {
      return list(sequence, shape, selector, at);
    }
    throw notFound();
  }

  /**
   * Below something that is null: Talos looks on in a struct it holds by value, and nowhere else.
   */
  private YamlNode absent(YamlNode node, Shape shape, PatchDelete selector, int at)
      throws FailedException {
    if (shape instanceof ListOf) {
      checkStep(selector, at);
    }
    boolean byValue = shape.goType().equals(Shapes.REGISTRIES.goType());
    boolean known = shape instanceof Struct s && s.fields().containsKey(selector.path().get(at));
    if (shape instanceof Shape.Any || (byValue && known && at + 1 == selector.path().size())) {
      return node;
    }
    boolean pointer = shape instanceof Struct && !byValue;
    if (pointer && !TalosChange.PATCH_KNOWS_ABSENT_SECTIONS.in(version)) {
      throw new FailedException("reflect: call of reflect.Value.Type on zero Value", true);
    }
    throw notFound();
  }

  private YamlNode struct(YamlMapping mapping, @Nullable Struct shape, PatchDelete selector, int at)
      throws FailedException {
    String key = selector.path().get(at);
    Shape field = shape == null ? new Shape.Any() : shape.fields().get(key);
    if (field == null && shape != null && shape.open()) {
      field = new Shape.Any();
    }
    if (field == null || isUntagged(shape)) {
      throw notFound();
    }
    Entry entry = mapping.find(key);
    if (at + 1 == selector.path().size()) {
      return entry == null ? mapping : with(mapping, entry, null);
    }
    YamlNode value =
        entry == null
            ? absent(mapping, field, selector, at + 1)
            : within(entry.value(), field, selector, at + 1);
    return entry == null ? mapping : with(mapping, entry, value);
  }

  /** Its Go fields carry no YAML names, so Talos finds none of them. */
  private static boolean isUntagged(@Nullable Struct shape) {
    return shape != null && shape.goType().equals(Shapes.LEGACY_IDENTITY);
  }

  private YamlNode map(YamlMapping mapping, MapOf shape, PatchDelete selector, int at)
      throws FailedException {
    String key = selector.path().get(at);
    for (Map.Entry<String, Entry> e : LegacyReader.effective(mapping).entrySet()) {
      if (e.getKey().equals(key)) {
        boolean last = at + 1 == selector.path().size();
        YamlNode value =
            last ? null : within(e.getValue().value(), shape.value(), selector, at + 1);
        return with(flat(mapping), e.getValue(), value);
      }
    }
    throw notFound();
  }

  /** The map with what its merge keys bring written out. */
  private YamlMapping flat(YamlMapping mapping) {
    List<Entry> entries = List.copyOf(LegacyReader.effective(mapping).values());
    return replaced(mapping, entries);
  }

  private YamlNode list(YamlSequence list, Shape shape, PatchDelete selector, int at)
      throws FailedException {
    checkStep(selector, at);
    List<YamlNode> items = new ArrayList<>(list.items());
    for (int i = 0; i < items.size(); i++) {
      if (matches(items.get(i), shape, selector)) {
        items.remove(i);
        return origins.instead(list, list.withItems(items));
      }
    }
    throw notFound();
  }

  /** What Talos looks at before it looks at the list, which may be empty. */
  private static void checkStep(PatchDelete selector, int at) throws FailedException {
    if (at + 1 < selector.path().size()) {
      throw new FailedException("searching for complex paths in slices is not supported", false);
    }
    if (!selector.path().get(at).startsWith("[")) {
      throw new FailedException("searching for non-integer keys in slices is not supported", false);
    }
  }

  private boolean matches(YamlNode item, Shape shape, PatchDelete selector) throws FailedException {
    YamlMapping mapping = EntryReader.asMapping(item);
    String key = selector.key();
    if (mapping == null || key == null) {
      return false;
    }
    if (!(shape instanceof ListOf list) || !(list.item() instanceof Struct struct)) {
      Field<String> field = EntryReader.text(mapping, key);
      return shape instanceof Shape.Any && field != null && field.value().equals(selector.value());
    }
    // Of the types we know, only an endpoint's URL can be compared with a text.
    if (!(struct.fields().get(key) instanceof Shape.Url)
        || !TalosChange.PATCH_DELETES_BY_URL.in(version)) {
      return false;
    }
    Field<String> url = EntryReader.text(mapping, key);
    if (url == null) {
      throw new FailedException(
          "runtime error: invalid memory address or nil pointer dereference", true);
    }
    return written(url.value()).equals(selector.value());
  }

  private String written(String url) {
    EndpointUrl parsed = urls.parse(url) instanceof UrlParse.Ok ok ? ok.url() : null;
    return parsed == null ? url : parsed.goString();
  }

  @SuppressWarnings("ReferenceEquality") // an entry is found by identity
  private YamlMapping with(YamlMapping mapping, Entry entry, @Nullable YamlNode value) {
    List<Entry> entries = new ArrayList<>(mapping.entries().size());
    for (Entry e : mapping.entries()) {
      if (e != entry) {
        entries.add(e);
      } else if (value != null) {
        entries.add(new Entry(e.key(), value));
      }
    }
    return replaced(mapping, entries);
  }

  private YamlMapping replaced(YamlMapping mapping, List<Entry> entries) {
    return origins.instead(mapping, mapping.withEntries(entries));
  }
}
