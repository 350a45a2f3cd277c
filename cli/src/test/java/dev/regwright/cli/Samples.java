package dev.regwright.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configurations with and without mistakes. */
final class Samples {
  static final String CLEAN =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
        - url: https://mirror.example.org
      """;

  /** Has one finding, {@code unknown-key}, an error, on line 3. */
  static final String BROKEN =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      nome: docker.io
      name: docker.io
      endpoints:
        - url: https://mirror.example.org
      """;

  /** Has one finding, {@code ignored-key}, a warning, on line 5. */
  static final String ODD =
      """
      version: v1alpha1
      cluster:
        anything: &mirror
          endpoints: [https://m.example.org]
          nope: true
      machine:
        registries:
          mirrors:
            docker.io: *mirror
      """;

  static final String FOREIGN = "apiVersion: v1\nkind: ConfigMap\ndata: {}\n";

  private Samples() {}

  static Path write(Path directory, String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
