package dev.regwright.containerd;

import dev.regwright.model.GoPath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of this machine, shown as if it lay at another path. Everything outside of it is out
 * of sight.
 */
public final class DiskFiles implements FileView {
  /** Far above any certificate or hosts.toml. */
  private static final long LARGEST = 32L << 20;

  private final Path directory;
  private final String shownAs;

  /**
   * Shows a directory.
   *
   * @param directory the directory on this machine
   * @param shownAs its absolute path on the node, without a trailing slash
   */
  public DiskFiles(Path directory, String shownAs) {
    this.directory = directory;
    this.shownAs = GoPath.clean(shownAs);
  }

  @Override
  public Answer<Boolean> isDirectory(String path) {
    Path here = here(path);
    if (here == null) {
      return new Failed<>(Failure.OUT_OF_SIGHT);
    }
    try {
      return new Found<>(Files.readAttributes(here, BasicFileAttributes.class).isDirectory());
    } catch (IOException e) {
      return new Failed<>(why(here, e));
    }
  }

  @Override
  public Answer<byte[]> read(String path) {
    Path here = here(path);
    if (here == null) {
      return new Failed<>(Failure.OUT_OF_SIGHT);
    }
    if (Files.isDirectory(here)) {
      return new Failed<>(Failure.IS_A_DIRECTORY);
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(here, BasicFileAttributes.class);
      if (!attributes.isRegularFile() || attributes.size() > LARGEST) {
        return new Failed<>(Failure.OUT_OF_SIGHT); // a pipe may never end
      }
      return new Found<>(Files.readAllBytes(here));
    } catch (IOException e) {
      return new Failed<>(why(here, e));
    }
  }

  @Override
  public Answer<List<Item>> list(String path) {
    Path here = here(path);
    if (here == null) {
      return new Failed<>(Failure.OUT_OF_SIGHT);
    }
    List<Item> items = new ArrayList<>();
    try (Stream<Path> children = Files.list(here)) {
      children.forEach(
          child ->
              items.add(
                  new Item(
                      String.valueOf(child.getFileName()),
                      Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))));
    } catch (IOException e) {
      return new Failed<>(why(here, e));
    }
    items.sort(Comparator.comparing(Item::name));
    return new Found<>(items);
  }

  @Override
  public String nameOf(String path) {
    Path here = here(path);
    return here == null ? path : here.toString();
  }

  private @Nullable Path here(String path) {
    String clean = GoPath.clean(path);
    if (clean.equals(shownAs)) {
      return directory;
    }
    if (!clean.startsWith(shownAs + "/")) {
      return null;
    }
    try {
      return directory.resolve(clean.substring(shownAs.length() + 1));
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private Failure why(Path path, IOException e) {
    if (e instanceof NoSuchFileException) {
      return belowFile(path) ? Failure.NOT_A_DIRECTORY : Failure.NOT_FOUND;
    }
    if (e instanceof AccessDeniedException) {
      return Failure.DENIED;
    }
    if (e instanceof FileSystemLoopException) {
      return Failure.LOOP;
    }
    return e instanceof NotDirectoryException || belowFile(path)
        ? Failure.NOT_A_DIRECTORY
        : Failure.UNREADABLE;
  }

  /** Whether something on the way to a path is a file. */
  private boolean belowFile(Path path) {
    for (Path at = path.getParent(); at != null && at.startsWith(directory); at = at.getParent()) {
      if (Files.exists(at)) {
        return !Files.isDirectory(at);
      }
    }
    return false;
  }
}
