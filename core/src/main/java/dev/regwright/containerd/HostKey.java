package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The keys of hosts.toml, with the Go fields they are decoded into. */
enum HostKey {
  CAPABILITIES("Capabilities", "[]string", "slice", "a list of strings"),
  CA("CACert", "interface {}", "interface", "the path of a file or a list of paths"),
  CLIENT("Client", "interface {}", "interface", "the path of a file or a list of paths"),
  SKIP_VERIFY("SkipVerify", "bool", "bool", "true or false"),
  HEADER("Header", "map[string]interface {}", "map", "a table"),
  OVERRIDE_PATH("OverridePath", "bool", "bool", "true or false"),
  DIAL_TIMEOUT("DialTimeout", "string", "string", "a string such as \"3s\""),
  SERVER("Server", "string", "string", "a string"),
  HOST("HostConfigs", "map[string]config.hostFileConfig", "map", "a table of tables");

  private final String field;
  private final String type;
  private final String kind;
  private final String wanted;

  HostKey(String field, String type, String kind, String wanted) {
    this.field = field;
    this.type = type;
    this.kind = kind;
    this.wanted = wanted;
  }

  /** The key as hosts.toml writes it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the Go field. */
  String field() {
    return field;
  }

  /** The Go type of the field, without the pointer that skip_verify is behind. */
  String type() {
    return type;
  }

  /** What Go's reflection calls the type. */
  String kind() {
    return kind;
  }

  /** What the value must be, in words. */
  String wanted() {
    return wanted;
  }

  /** The keys a version knows, in the order in which 1.x decodes them. */
  static Set<HostKey> known(Behaviour behaviour, boolean root) {
    Set<HostKey> keys = EnumSet.allOf(HostKey.class);
    if (!root) {
      keys.remove(SERVER);
      keys.remove(HOST);
    }
    if (!behaviour.has(ContainerdChange.DIAL_TIMEOUT)) {
      keys.remove(DIAL_TIMEOUT);
    }
    return keys;
  }

  /**
   * The key that a version takes a word for: 1.x knows it in lower and in upper case, 2.x in any.
   */
  static Optional<HostKey> of(String word, Behaviour behaviour, boolean root) {
    for (HostKey key : known(behaviour, root)) {
      boolean same =
          behaviour.first()
              ? word.equals(key.key()) || word.equals(key.name())
              : word.toLowerCase(Locale.ROOT).equals(key.key());
      if (same) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  static List<String> words(Behaviour behaviour, boolean root) {
    List<String> words = new ArrayList<>();
    known(behaviour, root).forEach(key -> words.add(key.key()));
    return words;
  }
}
