package dev.regwright.talos;

import dev.regwright.model.TalosVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which document kinds each Talos version registers; the data is {@code kinds.tsv} beside this
 * class.
 */
final class KindTable {
  private static final String API_VERSION = "v1alpha1";

  private final Map<String, Kind> kinds;

  private record Kind(TalosVersion since, @Nullable TalosVersion until, boolean named) {}

  private KindTable(Map<String, Kind> kinds) {
    this.kinds = kinds;
  }

  /** The table; read when first asked for, since most streams hold registry kinds only. */
  static KindTable get() {
    return Holder.TABLE;
  }

  private static final class Holder {
    private static final KindTable TABLE = read();
  }

  private static KindTable read() {
    Map<String, Kind> kinds = new HashMap<>();
    try (InputStream in = KindTable.class.getResourceAsStream("kinds.tsv")) {
      if (in == null) {
        throw new IllegalStateException("kinds.tsv is missing from the jar");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          List<String> cells = List.of(line.split("\t", -1));
          TalosVersion until = cells.get(2).equals("-") ? null : TalosVersion.of(cells.get(2));
          kinds.put(
              cells.get(0),
              new Kind(TalosVersion.of(cells.get(1)), until, cells.get(3).equals("yes")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KindTable(Map.copyOf(kinds));
  }

  /** Whether a version loads documents of a kind. */
  boolean registered(String kind, String apiVersion, TalosVersion version) {
    Kind known = kinds.get(kind);
    return known != null
        && apiVersion.equals(API_VERSION)
        && version.atLeast(known.since)
        && (known.until == null || !version.atLeast(known.until));
  }

  /** The first release with a kind, or null when no release has it. */
  @Nullable TalosVersion since(String kind) {
    Kind known = kinds.get(kind);
    return known == null ? null : known.since;
  }

  /** Whether documents of a kind carry a name. */
  boolean named(String kind) {
    Kind known = kinds.get(kind);
    return known != null && known.named;
  }

  /** All kinds of all versions. */
  Set<String> all() {
    return new TreeSet<>(kinds.keySet());
  }
}
