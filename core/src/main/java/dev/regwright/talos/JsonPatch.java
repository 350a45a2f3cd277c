package dev.regwright.talos;

import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.talos.JsonPointer.NotThereException;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlProblem;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON patch (RFC 6902), written in JSON or YAML, with the leniency and the error texts of
 * evanphx/json-patch, which Talos uses: {@code replace} may add a key, for one.
 */
final class JsonPatch {
  private final List<Operation> operations;

  private record Operation(String kind, YamlMapping node) {
    @Nullable YamlNode value() {
      return node.get("value");
    }

    /** The text of a field, or null. */
    @Nullable String text(String key) {
      YamlNode field = node.get(key);
      return field != null && field.resolved() instanceof YamlScalar s ? s.text() : null;
    }
  }

  /** Why an operation cannot be done. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient YamlNode at;

    FailedException(String message, YamlNode at) {
      super(message, null, false, false);
      this.at = at;
    }

    YamlNode at() {
      return at;
    }
  }

  private JsonPatch(List<Operation> operations) {
    this.operations = operations;
  }

  /** The patch a text is, or null when it is none. An empty text is a patch that does nothing. */
  static @Nullable JsonPatch of(YamlStream stream) {
    List<YamlDocument> documents = stream.documents();
    YamlNode root = documents.isEmpty() ? null : documents.get(0).root();
    boolean empty = documents.isEmpty() || (root instanceof YamlScalar s && s.isNull());
    if (empty) {
      return documents.size() <= 1 ? new JsonPatch(List.of()) : null;
    }
    if (root == null || !(root.resolved() instanceof YamlSequence list)) {
      return null;
    }
    List<Operation> operations = new ArrayList<>();
    for (YamlNode item : list.items()) {
      if (!(item.resolved() instanceof YamlMapping mapping)) {
        return null;
      }
      operations.add(operation(mapping));
    }
    return new JsonPatch(operations);
  }

  private static Operation operation(YamlMapping mapping) {
    YamlNode kind = mapping.get("op");
    return new Operation(kind == null ? "unknown" : Scalars.text(kind), mapping);
  }

  /** What Talos says of a text that is neither sort of patch. */
  static PatchResult.Refused refusal(YamlStream stream, PatchResult.Refused strategic) {
    String text = stream.source().text();
    if (!text.strip().startsWith("[")) {
      return strategic;
    }
    int end = text.stripTrailing().length();
    for (YamlProblem problem : stream.problems()) {
      if (problem.start() >= end) {
        return new PatchResult.Refused(
            strategic.why(), "unexpected end of JSON input", strategic.span());
      }
    }
    Span span = stream.source().span(0, 0);
    return new PatchResult.Refused(strategic.why(), "not a list of JSON patch operations", span);
  }

  void bring(Origins origins, SourceFile from) {
    operations.forEach(operation -> origins.bring(operation.node(), from));
  }

  /** The document after all operations. */
  YamlMapping apply(YamlMapping root, Origins origins) throws FailedException {
    YamlNode document = root;
    for (Operation operation : operations) {
      try {
        document = apply(operation, document, origins);
      } catch (NotThereException e) {
        throw new FailedException(String.valueOf(e.getMessage()), operation.node());
      }
    }
    if (document instanceof YamlMapping mapping) {
      return mapping;
    }
    throw new FailedException("the document is no longer a mapping", root);
  }

  private static YamlNode apply(Operation operation, YamlNode document, Origins origins)
      throws NotThereException, FailedException {
    String kind = operation.kind();
    return switch (kind) {
      case "add" -> add(operation, document, origins);
      case "remove" -> remove(operation, document, origins);
      case "replace" -> replace(operation, document, origins);
      case "move" -> move(operation, document, origins);
      case "copy" -> copy(operation, document, origins);
      case "test" -> test(operation, document, origins);
      default -> throw new FailedException("Unexpected kind: " + kind, operation.node());
    };
  }

  private static String path(Operation operation, String field) throws FailedException {
    String path = operation.text(field);
    if (path == null) {
      throw new FailedException(
          operation.kind() + " operation failed to decode " + field + ": missing value",
          operation.node());
    }
    return path;
  }

  private static JsonPointer find(
      Operation operation, YamlNode document, String path, String message, Origins origins)
      throws FailedException {
    JsonPointer pointer = JsonPointer.find(document, path, origins);
    if (pointer == null) {
      throw new FailedException(
          operation.kind() + " operation does not apply: " + message.formatted(path),
          operation.node());
    }
    return pointer;
  }

  private static YamlNode value(Operation operation) {
    YamlNode value = operation.value();
    YamlMapping node = operation.node();
    return value == null
        ? new YamlScalar(node.start(), node.start(), "", YamlScalar.Style.PLAIN, null)
        : value;
  }

  private static YamlNode add(Operation operation, YamlNode document, Origins origins)
      throws NotThereException, FailedException {
    String path = path(operation, "path");
    JsonPointer place =
        find(operation, document, path, "doc is missing path: \"%s\": missing value", origins);
    try {
      return place.add(value(operation), operation.node());
    } catch (NotThereException e) {
      throw e.within("error in add for path: '" + path + "'");
    }
  }

  private static YamlNode remove(Operation operation, YamlNode document, Origins origins)
      throws NotThereException, FailedException {
    String path = path(operation, "path");
    JsonPointer place =
        find(operation, document, path, "doc is missing path: \"%s\": missing value", origins);
    try {
      return place.remove();
    } catch (NotThereException e) {
      throw e.within("error in remove for path: '" + path + "'");
    }
  }

  private static YamlNode replace(Operation operation, YamlNode document, Origins origins)
      throws NotThereException, FailedException {
    String path = path(operation, "path");
    if (path.isEmpty()) {
      return whole(value(operation).resolved(), operation);
    }
    JsonPointer place =
        find(operation, document, path, "doc is missing path: %s: missing value", origins);
    if (!place.canBeSet()) {
      throw new FailedException(
          "replace operation does not apply: doc is missing key: " + path + ": missing value",
          operation.node());
    }
    return place.set(value(operation), operation.node());
  }

  private static YamlNode whole(YamlNode value, Operation operation) throws FailedException {
    if (value instanceof YamlScalar) {
      throw new FailedException(
          "replace operation value must be object or array: %!w(<nil>)", operation.node());
    }
    return value;
  }

  private static YamlNode move(Operation operation, YamlNode document, Origins origins)
      throws NotThereException, FailedException {
    JsonPointer source = source(operation, document, origins);
    YamlNode value;
    YamlNode rest;
    try {
      value = source.get();
      rest = source.remove();
    } catch (NotThereException e) {
      throw e.within("error in move for path: '" + source.key() + "'");
    }
    JsonPointer target = target(operation, rest, origins);
    try {
      return target.add(value == null ? value(operation) : value, operation.node());
    } catch (NotThereException e) {
      throw e.within("error in move for path: '" + path(operation, "path") + "'");
    }
  }

  private static YamlNode copy(Operation operation, YamlNode document, Origins origins)
      throws NotThereException, FailedException {
    JsonPointer source = source(operation, document, origins);
    YamlNode value;
    try {
      value = source.get();
    } catch (NotThereException e) {
      throw e.within("error in copy for from: '" + path(operation, "from") + "'");
    }
    JsonPointer target = target(operation, document, origins);
    try {
      return target.add(value == null ? value(operation) : value, operation.node());
    } catch (NotThereException e) {
      throw e.within("error while adding value during copy");
    }
  }

  private static JsonPointer source(Operation operation, YamlNode document, Origins origins)
      throws FailedException {
    String missing = "doc is missing from path: %s: missing value";
    return find(operation, document, path(operation, "from"), missing, origins);
  }

  private static JsonPointer target(Operation operation, YamlNode document, Origins origins)
      throws FailedException {
    String missing = "doc is missing destination path: %s: missing value";
    return find(operation, document, path(operation, "path"), missing, origins);
  }

  private static YamlNode test(Operation operation, YamlNode document, Origins origins)
      throws NotThereException, FailedException {
    String path = path(operation, "path");
    YamlNode found = document;
    if (!path.isEmpty()) {
      JsonPointer place =
          find(operation, document, path, "is missing path: %s: missing value", origins);
      try {
        found = place.get();
      } catch (NotThereException e) {
        throw e.within("error in test for path: '" + path + "'");
      }
    }
    if (!SameValue.of(found, operation.value())) {
      throw new FailedException("testing value " + path + " failed: test failed", operation.node());
    }
    return document;
  }
}
