package dev.regwright.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether a run would repeat the last one: the same inputs, and its outputs as it left them.
 * Only runs that had nothing to say are remembered, because a finding is to be heard every time.
 */
final class UpToDate {
  private static final int LINES = 3;

  private final @Nullable Path index;
  private final Inputs inputs;
  private final String salt = UUID.randomUUID().toString();
  private @Nullable String before;

  /** What a run depends on. */
  interface Inputs {
    /**
     * Adds all of it.
     *
     * @return whether that is really all; a run of which this is not known is never up to date
     */
    boolean addTo(Fingerprint fingerprint) throws IOException;
  }

  /**
   * A check.
   *
   * @param index where the last run is remembered; null for nowhere
   */
  UpToDate(@Nullable Path index, Inputs inputs) {
    this.index = index;
    this.inputs = inputs;
  }

  /** Whether nothing changed since the last run. */
  boolean check(List<Path> outputs) {
    if (index == null) {
      return false;
    }
    try {
      if (repeats(index, outputs)) {
        return true;
      }
      before = inputs(salt);
      Files.deleteIfExists(index);
    } catch (IOException e) {
      before = null; // the run itself says what cannot be read
    }
    return false;
  }

  private boolean repeats(Path file, List<Path> outputs) throws IOException {
    // One byte, one character: whatever lies there can be read.
    List<String> lines =
        Files.isRegularFile(file)
            ? Files.readAllLines(file, StandardCharsets.ISO_8859_1)
            : List.of();
    if (lines.size() != LINES) {
      return false;
    }
    String old = lines.get(0);
    return lines.get(1).equals(inputs(old)) && lines.get(2).equals(outputs(old, outputs));
  }

  /** Remembers a run that had nothing to say, with the inputs as they were before it. */
  void remember(List<Path> outputs) throws IOException {
    if (index == null || before == null) {
      return;
    }
    Path parent = index.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    String text = salt + "\n" + before + "\n" + outputs(salt, outputs) + "\n";
    Files.write(index, text.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable String inputs(String salt) throws IOException {
    Fingerprint fingerprint = new Fingerprint(salt);
    return inputs.addTo(fingerprint) ? fingerprint.text() : null;
  }

  private static String outputs(String salt, List<Path> outputs) throws IOException {
    Fingerprint fingerprint = new Fingerprint(salt);
    for (Path output : outputs) {
      fingerprint.file("output", output);
    }
    return fingerprint.text();
  }
}
