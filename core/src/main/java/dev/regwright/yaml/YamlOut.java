package dev.regwright.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link YamlWriter} writes: the shapes Talos's configuration types have. */
public sealed interface YamlOut {

  /** A string, quoted where go-yaml would quote it. */
  record Text(String value) implements YamlOut {
    /** Shows no value: it may be a secret. */
    @Override
    public String toString() {
      return "text";
    }
  }

  /** A boolean. */
  record Flag(boolean value) implements YamlOut {}

  /** Nothing: {@code null}. */
  record Null() implements YamlOut {}

  /** A sequence. */
  record Items(List<YamlOut> items) implements YamlOut {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A mapping, in the order written.
   *
   * @param foot a comment behind the last entry, without its number signs, or null
   */
  record Fields(List<Field> fields, @Nullable String foot) implements YamlOut {
    /** Copies the list. */
    public Fields {
      fields = List.copyOf(fields);
    }

    /** A mapping without a comment. */
    public static Fields of(List<Field> fields) {
      return new Fields(fields, null);
    }

    /** A mapping in the order go-yaml writes a Go map in. */
    public static Fields sorted(List<Field> fields) {
      return of(GoKeyOrder.sorted(fields, Field::key));
    }
  }

  /**
   * One entry of a mapping.
   *
   * @param comment a comment, without its number sign, or null; it stands behind a scalar and above
   *     anything else
   */
  record Field(String key, YamlOut value, @Nullable String comment) {
    /** An entry without a comment. */
    public static Field of(String key, YamlOut value) {
      return new Field(key, value, null);
    }
  }
}
