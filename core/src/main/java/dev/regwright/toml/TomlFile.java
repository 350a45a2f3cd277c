package dev.regwright.toml;

import dev.regwright.source.SourceFile;
import java.util.List;

/**
 * A file as one generation of go-toml reads it. Behind a problem it holds what could be read.
 *
 * @param source the file
 * @param dialect whose reading this is
 * @param root the table of everything
 * @param headers the lines that open tables, in order, without those that make no sense
 * @param problems why the library would refuse the file, in order; at most {@link #MAX_PROBLEMS}
 */
public record TomlFile(
    SourceFile source,
    TomlDialect dialect,
    TomlTable root,
    List<TomlHeader> headers,
    List<TomlProblem> problems) {

  /** After so many problems nobody reads on, and neither do we. */
  public static final int MAX_PROBLEMS = 100;

  /** Copies the lists. */
  public TomlFile {
    headers = List.copyOf(headers);
    problems = List.copyOf(problems);
  }

  /** Reads a file. Time is linear in its size. */
  public static TomlFile read(SourceFile source, TomlDialect dialect) {
    return new TomlParser(source, dialect).read();
  }

  /** Whether the library would take the file. */
  public boolean valid() {
    return problems.isEmpty();
  }

  @Override
  public String toString() {
    return source.name() + " as " + dialect;
  }
}
