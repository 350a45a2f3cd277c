package dev.regwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts answers that agree with upstream's, and holds each that does not against {@code
 * testdata/upstream/known-deviations.tsv}. A deviation that is listed and no longer happens is an
 * error too.
 */
public final class Agreement {
  private final String suite;
  private final Map<String, String> known = new HashMap<>();
  private final Set<String> met = new HashSet<>();
  private final List<String> unexpected = new ArrayList<>();
  private int total;
  private int agreed;

  /**
   * A tally for one suite of vectors; the suite's name is the first column of the deviations list.
   */
  public Agreement(String suite) {
    this.suite = suite;
    try {
      for (String line : Files.readAllLines(TestData.path("upstream/known-deviations.tsv"))) {
        List<String> cells = List.of(line.split("\t", -1));
        if (!line.startsWith("#") && cells.size() == 3 && cells.get(0).equals(suite)) {
          known.put(cells.get(1), cells.get(2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Counts one answer.
   *
   * @param id the record and version, as the deviations list names it
   * @param difference what differs, or empty when the answers agree
   */
  public void count(String id, String difference) {
    total++;
    if (difference.isEmpty()) {
      agreed++;
    } else if (known.containsKey(id)) {
      met.add(id);
    } else {
      unexpected.add(id + ": " + difference);
    }
  }

  /** Prints the figures, keeps them for the end of the build, and returns what must not be. */
  public List<String> finish() {
    String line =
        "%s: %d of %d answers agree (%.2f %%), %d known deviations, %d unexpected%n"
            .formatted(suite, agreed, total, 100.0 * agreed / total, met.size(), unexpected.size());
    System.out.print(line);
    try {
      Path directory = Path.of("target", "agreement");
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(suite + ".txt"), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> wrong = new ArrayList<>(unexpected);
    known.keySet().stream()
        .filter(id -> !met.contains(id))
        .sorted()
        .forEach(id -> wrong.add(id + ": listed as a deviation, but agrees or does not exist"));
    if (met.size() * 100 > total) {
      wrong.add("more than one per cent of the answers deviate");
    }
    return wrong;
  }
}
