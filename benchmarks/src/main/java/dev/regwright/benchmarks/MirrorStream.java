package dev.regwright.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The stream the budgets speak of: small mirror documents, one for each of many registries. */
public final class MirrorStream {
  private MirrorStream() {}

  /** A stream of that many documents. */
  static String of(int documents) {
    StringBuilder out = new StringBuilder(documents * 150);
    for (int i = 0; i < documents; i++) {
      out.append(i == 0 ? "" : "---\n")
          .append("apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: r")
          .append(String.format("%06d", i))
          .append(
              ".example.org\nendpoints:\n    - url: https://m1.example.org:5000\nskipFallback: true\n");
    }
    return out.toString();
  }

  /**
   * Writes a stream to a file.
   *
   * @param args the file and the number of documents
   * @throws IOException when the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), of(Integer.parseInt(args[1])));
  }
}
