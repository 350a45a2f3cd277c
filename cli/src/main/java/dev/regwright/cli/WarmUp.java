package dev.regwright.cli;

import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * Runs what people run most, for the launcher to see which classes belong into its class-data
 * archive. Nothing is shown or written: only that the code was used counts.
 */
final class WarmUp {
  private WarmUp() {}

  /** Runs every command in this process, over the samples in a directory. */
  static void run(String samples) {
    commands(samples).forEach(WarmUp::run);
  }

  static List<List<String>> commands(String samples) {
    String legacy = samples + "/legacy.yaml";
    return List.of(
        List.of("lint", samples),
        List.of("trace", "--config", legacy, "nginx"),
        List.of("convert", "--to", "talos", legacy),
        List.of("diff", legacy, legacy),
        List.of("generate", "--mirror", "docker.io=https://mirror.example.org"));
  }

  static int run(List<String> command) {
    return Main.run(
        command.toArray(String[]::new),
        InputStream.nullInputStream(),
        Writer.nullWriter(),
        Writer.nullWriter(),
        Map.of(),
        false);
  }
}
