package dev.regwright.containerd;

import dev.regwright.toml.GoPosition;
import dev.regwright.toml.TomlArray;
import dev.regwright.toml.TomlDialect;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlTable;
import dev.regwright.toml.TomlValue;
import org.jspecify.annotations.Nullable;

/** What go-toml says about a value that does not fit its Go field; null where we do not know. */
final class GoTomlWords {
  private static final String FILE =
      "struct { config.hostFileConfig; Server string \"toml:\\\"server\\\"\"; HostConfigs"
          + " map[string]config.hostFileConfig \"toml:\\\"host\\\"\" }";
  private static final String HOST = "config.hostFileConfig";

  private final Behaviour behaviour;
  private final String text;

  GoTomlWords(Behaviour behaviour, String text) {
    this.behaviour = behaviour;
    this.text = text;
  }

  /** A value that is not what its key wants. */
  @Nullable String mismatch(HostFields fields, HostKey key, TomlTable.Entry entry) {
    boolean secret = key == HostKey.HEADER;
    String type = key.type();
    if (behaviour.first()) {
      boolean composed = key.kind().equals("slice") || key.kind().equals("map");
      String target = composed ? type + "(" + key.kind() + ")" : type;
      return first(fields, entry, entry.value(), target, secret);
    }
    boolean pointer = key == HostKey.SKIP_VERIFY && !newest();
    String owner = fields.root() ? FILE : HOST;
    return second(
        entry.value(),
        " into struct field "
            + owner
            + "."
            + key.field()
            + " of type "
            + (pointer ? "*" : "")
            + type,
        key.kind());
  }

  /** An item of a list of strings that is no string. */
  @Nullable String itemMismatch(HostFields fields, TomlTable.Entry entry, TomlValue item) {
    if (behaviour.first()) {
      return first(fields, entry, item, "string", false);
    }
    String owner = fields.root() ? FILE : HOST;
    return second(
        item,
        " into struct field "
            + owner
            + "."
            + HostKey.CAPABILITIES.field()
            + " of type "
            + (newest() ? "string" : "[]string"),
        "string");
  }

  /** An entry of the table of hosts that is no table. */
  @Nullable String hostMismatch(TomlTable hosts, TomlTable.Entry entry) {
    if (behaviour.first()) {
      return first(HostFields.of(hosts, behaviour, true), entry, entry.value(), HOST, false);
    }
    return second(
        entry.value(),
        newest()
            ? " into " + HOST
            : " into struct field "
                + FILE
                + "."
                + HostKey.HOST.field()
                + " of type "
                + HostKey.HOST.type(),
        "struct");
  }

  private boolean newest() {
    return behaviour.toml() == TomlDialect.GO_TOML_2_4;
  }

  private @Nullable String first(
      HostFields fields, TomlTable.Entry entry, TomlValue value, String target, boolean secret) {
    boolean plain = value instanceof TomlScalar || GoFormat.isPlainSlice(value, behaviour.toml());
    int start = entry.key().start();
    boolean placed = // inside braces and behind a dot it counts the place of another key
        fields.table().origin() != TomlTable.Origin.INLINE
            && (start == 0 || text.charAt(start - 1) != '.');
    if (!plain || secret || !placed) {
      return null;
    }
    return GoPosition.of(text, start).text()
        + ": Can't convert "
        + GoFormat.value(value)
        + "("
        + GoFormat.type(value)
        + ") to "
        + (value instanceof TomlArray ? "a slice" : target);
  }

  private @Nullable String second(TomlValue value, String into, String kind) {
    String cannot = "toml: cannot decode TOML ";
    if (value instanceof TomlArray array) {
      return array.ofHeaders() ? null : cannot + "array" + into;
    }
    if (value instanceof TomlTable table) {
      if (table.origin() != TomlTable.Origin.INLINE) {
        return null;
      }
      return newest()
          ? cannot + "inline table" + into
          : "toml: cannot store inline table in Go type " + kind;
    }
    TomlScalar scalar = (TomlScalar) value;
    return switch (scalar.kind()) {
      case STRING -> cannot + "string" + into;
      case INTEGER -> cannot + "integer" + into;
      case FLOAT ->
          newest() ? cannot + "float" + into : "toml: float cannot be assigned to " + kind;
      case BOOLEAN ->
          newest()
              ? cannot + "boolean" + into
              : "toml: cannot assign boolean to a " + scalar.value();
      case TIME -> null;
    };
  }
}
