package dev.regwright.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes files whole or not at all: into a sibling that then takes the file's place, so that nobody
 * ever reads half a file and a failure leaves the old one. Links are followed; the file they lead
 * to is written, and they stay. Devices and pipes, such as {@code /dev/stdout}, are written to.
 *
 * <p>Every {@link FileSystemException} thrown has a reason that is a sentence of ours or of the
 * system. Other names of the file (hard links) keep the old content.
 */
public final class WholeFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** As deep as Linux follows links. */
  private static final int MAX_LINKS = 40;

  private WholeFile() {}

  /**
   * Writes a file. One that exists keeps its mode and, as far as the system lets us, its owner.
   *
   * @param secret whether a new file is for its owner's eyes only
   */
  public static void write(Path file, byte[] bytes, boolean secret) throws IOException {
    Path target = target(file);
    BasicFileAttributes old = attributes(target);
    if (old != null && old.isDirectory()) {
      throw failure(file, "is a directory");
    }
    if (isStream(target, old)) {
      writeThrough(file, target, bytes);
    } else {
      replace(file, target, bytes, secret, null);
    }
  }

  /**
   * Writes a file that has been read before, unless somebody else has changed it since. Nothing is
   * touched when the bytes are the same.
   */
  public static void replaceUnchanged(Path file, byte[] expectedOld, byte[] newBytes)
      throws IOException {
    Path target = target(file);
    BasicFileAttributes old = attributes(target);
    if (old != null && !old.isRegularFile()) {
      throw failure(file, old.isDirectory() ? "is a directory" : "not a regular file");
    }
    checkUnchanged(file, target, expectedOld);
    if (!Arrays.equals(expectedOld, newBytes)) {
      replace(file, target, newBytes, true, expectedOld);
    }
  }

  /** The file at the end of all links; it need not exist. */
  private static Path target(Path file) throws IOException {
    Path at = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(at) && !isDescriptor(at); links++) {
      if (links == MAX_LINKS) {
        throw failure(file, "too many links lead to it, or they run in a circle");
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  private static @Nullable BasicFileAttributes attributes(Path target) throws IOException {
    try {
      return Files.readAttributes(target, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null;
    } catch (FileSystemException e) {
      throw failure(target, reason(e));
    }
  }

  /** Links below these lead to what is no path, or to a file that the shell has open. */
  private static boolean isDescriptor(Path path) {
    return path.startsWith("/proc")
        || path.startsWith("/dev/fd")
        || path.startsWith("/dev/stdout")
        || path.startsWith("/dev/stderr");
  }

  /** To replace a device would harm the machine; a pipe's reader waits at the old one. */
  private static boolean isStream(Path target, @Nullable BasicFileAttributes old) {
    boolean descriptor = isDescriptor(target) && Files.isSymbolicLink(target);
    return old != null && (descriptor || !old.isRegularFile());
  }

  private static void writeThrough(Path file, Path target, byte[] bytes) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      out.write(bytes);
    } catch (FileSystemException e) {
      throw failure(file, reason(e));
    }
  }

  private static void replace(
      Path file, Path target, byte[] bytes, boolean secret, byte @Nullable [] expectedOld)
      throws IOException {
    boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (exists && !Files.isWritable(target)) {
      throw failure(file, "is read-only; allow writing it (chmod), or choose another file");
    }
    Path temporary = temporary(file, target, secret || exists);
    try {
      Files.write(temporary, bytes, StandardOpenOption.TRUNCATE_EXISTING);
      if (exists) {
        keepOwnerAndMode(target, temporary);
      }
      if (expectedOld != null) {
        checkUnchanged(file, target, expectedOld);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      throw e.getReason() != null && file.toString().equals(e.getFile())
          ? e
          : failure(file, reason(e));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Its name is its own: to add to the file's might make it too long. */
  private static Path temporary(Path file, Path target, boolean ownerOnly) throws IOException {
    Path temporary = target.resolveSibling(".regwright-" + UUID.randomUUID() + ".tmp");
    try {
      return ownerOnly && isPosix(target)
          ? Files.createFile(temporary, OWNER_ONLY)
          : Files.createFile(temporary);
    } catch (FileAlreadyExistsException e) {
      throw failure(file, "cannot be written beside " + temporary.getFileName());
    } catch (FileSystemException e) {
      throw failure(file, cannotCreate(target, e));
    }
  }

  private static String cannotCreate(Path target, FileSystemException e) {
    Path directory = target.getParent();
    if (directory == null || Files.isDirectory(directory)) {
      return "cannot be written: no new file can be made in its directory (" + reason(e) + ")";
    }
    return Files.exists(directory)
        ? directory + " is not a directory"
        : "the directory " + directory + " does not exist; make it first";
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void keepOwnerAndMode(Path target, Path temporary) throws IOException {
    if (!isPosix(target)) {
      return;
    }
    PosixFileAttributes old = Files.readAttributes(target, PosixFileAttributes.class);
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    PosixFileAttributes own = view.readAttributes();
    Set<PosixFilePermission> mode = old.permissions();
    if (!own.owner().equals(old.owner())) {
      attempt(() -> view.setOwner(old.owner()));
    }
    if (!own.group().equals(old.group()) && !attempt(() -> view.setGroup(old.group()))) {
      // What the old group might read is none of another group's business.
      mode.removeIf(permission -> permission.name().startsWith("GROUP_"));
    }
    view.setPermissions(mode);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  /** Only root may give files away. */
  private static boolean attempt(Attempt attempt) {
    try {
      attempt.run();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void checkUnchanged(Path file, Path target, byte[] expectedOld)
      throws IOException {
    boolean same;
    try {
      same =
          Files.size(target) == expectedOld.length
              && Arrays.equals(Files.readAllBytes(target), expectedOld);
    } catch (FileSystemException e) {
      throw failure(file, reason(e));
    }
    if (!same) {
      throw failure(file, "has been changed by somebody else meanwhile; it was left as it is");
    }
  }

  private static FileSystemException failure(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }

  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    String reason = e.getReason();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
