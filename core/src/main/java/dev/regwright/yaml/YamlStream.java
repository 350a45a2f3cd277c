package dev.regwright.yaml;

import dev.regwright.source.SourceFile;
import java.util.List;

/**
 * A file read as a stream of YAML documents. A broken document does not hide the others: reading
 * goes on at the next line that begins with {@code ---}.
 *
 * @param source the file
 * @param documents in the order of the file, broken ones included
 * @param problems in the order of the file
 */
public record YamlStream(
    SourceFile source, List<YamlDocument> documents, List<YamlProblem> problems) {
  /** Copies the lists. */
  public YamlStream {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /** Reads a file as the latest go-yaml does. */
  public static YamlStream read(SourceFile source) {
    return read(source, GoYaml.LATEST);
  }

  /**
   * Reads a file as a release of go-yaml does; any text gives a stream, the worst of them one
   * broken document.
   */
  public static YamlStream read(SourceFile source, GoYaml release) {
    return StreamReading.read(source, release);
  }

  @Override
  public String toString() {
    return documents.size() + " documents of " + source.name();
  }
}
