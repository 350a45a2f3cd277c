package dev.regwright.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads files that options name: keys, certificates, passwords. Pipes are read too, so that a shell
 * can say {@code <(pass show registry)}.
 */
public final class SmallFile {
  private static final int LIMIT = 1 << 20;

  private SmallFile() {}

  /** The text of the file an option names. */
  public static String text(String option, String name) throws UsageException, UnreadableException {
    if (name.isEmpty()) {
      throw new UsageException(option + " names no file; an unset variable, perhaps");
    }
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException(option + " names no file that could be");
    }
    if (Files.isDirectory(path)) {
      throw new UnreadableException(name, "is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return text(name, in);
    } catch (IOException e) {
      throw FileReader.unreadable(path, name, e);
    }
  }

  /** The text of a stream that is called so. */
  public static String text(String name, InputStream in) throws IOException, UnreadableException {
    byte[] bytes = in.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new UnreadableException(name, "larger than 1 MiB, so it is not what it should be");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
