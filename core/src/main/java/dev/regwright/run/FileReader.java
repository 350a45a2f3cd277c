package dev.regwright.run;

import dev.regwright.source.DidYouMean;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Reads inputs whole, and turns every way that can fail into a sentence. */
public final class FileReader {
  /**
   * Far above any real configuration; a log or an image somebody named by mistake must not fill the
   * memory.
   */
  public static final int LIMIT = 32 << 20;

  private static final String TOO_LARGE =
      "larger than 32 MiB, the most regwright reads; split it, or leave it out";

  private FileReader() {}

  /** The bytes of an input. */
  public static byte[] read(Input input, InputStream stdin) throws UnreadableException {
    Path path = input.path();
    try {
      return path == null ? stream(input, stdin) : file(input, path);
    } catch (IOException e) {
      throw path == null
          ? new UnreadableException(input.name(), "cannot be read (" + reason(e) + ")")
          : unreadable(path, input.name(), e);
    } catch (OutOfMemoryError e) {
      throw new UnreadableException(
          input.name(), "not enough memory to read it; give more with REGWRIGHT_OPTS=-Xmx2g");
    }
  }

  private static byte[] stream(Input input, InputStream stdin)
      throws IOException, UnreadableException {
    byte[] bytes = stdin.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new UnreadableException(input.name(), TOO_LARGE);
    }
    return bytes;
  }

  private static byte[] file(Input input, Path path) throws IOException, UnreadableException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new UnreadableException(input.name(), "is a directory");
    }
    if (!attributes.isRegularFile()) {
      throw new UnreadableException(
          input.name(), "not a regular file; pipe what it holds in, and write - in its place");
    }
    if (attributes.size() > LIMIT) {
      throw new UnreadableException(input.name(), TOO_LARGE);
    }
    return Files.readAllBytes(path);
  }

  /** Says why a file or directory cannot be read, and what to do. */
  static UnreadableException unreadable(Path path, String name, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new UnreadableException(
          name,
          Files.isSymbolicLink(path)
              ? "a link to nowhere; mend or remove it"
              : "no such file or directory" + meant(path, name));
    }
    if (e instanceof AccessDeniedException) {
      return new UnreadableException(
          name, "permission denied; allow reading it (chmod), or leave it out");
    }
    return new UnreadableException(name, "cannot be read (" + reason(e) + ")");
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /** The file beside a missing one that was probably meant. */
  private static String meant(Path path, String name) {
    Path file = path.getFileName();
    Path parent = path.toAbsolutePath().getParent();
    if (file == null || parent == null) {
      return "";
    }
    List<String> siblings = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
      for (Path entry : entries) {
        siblings.add(String.valueOf(entry.getFileName()));
      }
    } catch (IOException e) {
      return "";
    }
    String closest = DidYouMean.closest(file.toString(), siblings).orElse(null);
    if (closest == null) {
      return "";
    }
    String directory = name.substring(0, name.length() - file.toString().length());
    return "; did you mean " + directory + closest + "?";
  }
}
