package dev.regwright.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A directory whose directories hold files, as containerd's registry configuration is one. New
 * directories appear whole; in those that exist each file is replaced whole, the one that names the
 * others last. Nothing else is touched. Directories are made with mode 0700, files with 0600.
 */
public final class FileTree {
  private static final String LAST = "hosts.toml";

  private FileTree() {}

  /**
   * Writes files.
   *
   * @param files contents by path; each path is the name of a directory and of a file in it
   * @return the paths that were new or had other bytes
   * @throws IllegalArgumentException when a path would lead elsewhere
   */
  public static List<String> write(Path root, SortedMap<String, byte[]> files) throws IOException {
    Map<String, SortedMap<String, byte[]>> directories = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      int slash = file.getKey().indexOf('/');
      String directory = slash < 0 ? "" : file.getKey().substring(0, slash);
      String name = file.getKey().substring(slash + 1);
      if (!isName(directory) || !isName(name)) {
        throw new IllegalArgumentException("no path of a directory and a file");
      }
      directories.computeIfAbsent(directory, d -> new TreeMap<>()).put(name, file.getValue());
    }
    makeDirectory(root);
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, SortedMap<String, byte[]>> directory : directories.entrySet()) {
      Path path = root.resolve(directory.getKey());
      boolean fresh = !Files.isDirectory(path);
      List<String> names =
          fresh ? create(path, directory.getValue()) : update(path, directory.getValue());
      names.forEach(name -> written.add(directory.getKey() + "/" + name));
    }
    return written;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.indexOf('\0') < 0;
  }

  private static void makeDirectory(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      if (isPosix(directory)) {
        Files.createDirectory(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(directory);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static List<String> create(Path directory, SortedMap<String, byte[]> files)
      throws IOException {
    Path fresh = directory.resolveSibling(".regwright-" + UUID.randomUUID() + ".tmp");
    makeDirectory(fresh);
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        WholeFile.write(fresh.resolve(file.getKey()), file.getValue(), true);
      }
      Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      for (String name : files.keySet()) {
        Files.deleteIfExists(fresh.resolve(name));
      }
      Files.deleteIfExists(fresh);
      throw e;
    }
    return List.copyOf(files.keySet());
  }

  private static List<String> update(Path directory, SortedMap<String, byte[]> files)
      throws IOException {
    List<Map.Entry<String, byte[]>> ordered = new ArrayList<>(files.entrySet());
    ordered.sort((a, b) -> Boolean.compare(a.getKey().equals(LAST), b.getKey().equals(LAST)));
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : ordered) {
      Path path = directory.resolve(file.getKey());
      byte[] bytes = file.getValue();
      boolean same =
          Files.isRegularFile(path)
              && Files.size(path) == bytes.length
              && Arrays.equals(Files.readAllBytes(path), bytes);
      if (!same) {
        WholeFile.write(path, bytes, true);
        written.add(file.getKey());
      }
    }
    return written;
  }

  /**
   * The directories that configure registries and are not among those that were written.
   *
   * @param directories the names that are no longer strange
   */
  public static List<Path> stale(Path root, Set<String> directories) throws IOException {
    List<Path> stale = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        boolean known = directories.contains(String.valueOf(entry.getFileName()));
        if (!known
            && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
            && Files.isRegularFile(entry.resolve(LAST))) {
          stale.add(entry);
        }
      }
    }
    stale.sort(null);
    return stale;
  }

  /**
   * Removes a directory that holds nothing but a hosts.toml and certificates.
   *
   * @return whether it is gone; one that holds anything else is left as it is
   */
  public static boolean prune(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (!isOurs(entry)) {
          return false;
        }
        files.add(entry);
      }
    }
    // The file that names the others goes first, so that no reader misses one of them.
    files.sort((a, b) -> Boolean.compare(!a.endsWith(LAST), !b.endsWith(LAST)));
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(directory);
    return true;
  }

  private static boolean isOurs(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && (name.equals(LAST)
            || name.endsWith(".crt")
            || name.endsWith(".cert")
            || name.endsWith(".key")
            || name.endsWith(".pem"));
  }
}
