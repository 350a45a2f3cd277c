package dev.regwright.containerd;

import java.util.List;
import java.util.SortedMap;

/**
 * The files of a node as containerd sees them; paths are absolute and have slashes. The only way
 * this package looks at files, so that it can be shown a node that does not exist. Implementations
 * never throw.
 */
public interface FileView {
  /** Whether a path leads to a directory; symbolic links are followed. */
  Answer<Boolean> isDirectory(String path);

  /** The bytes of a file; symbolic links are followed. */
  Answer<byte[]> read(String path);

  /** What lies in a directory. */
  Answer<List<Item>> list(String path);

  /** What the user calls the file with that path. */
  default String nameOf(String path) {
    return path;
  }

  /**
   * A directory that exists in memory only; everything outside of it is out of sight.
   *
   * @param root the directory's absolute path on the node
   * @param files the files by their paths within the directory
   */
  static FileView of(String root, SortedMap<String, byte[]> files) {
    return new TreeFiles(root, files);
  }

  /**
   * A name in a directory.
   *
   * @param directory whether it is a directory itself and no link to one
   */
  record Item(String name, boolean directory) {}

  /** What came of looking. */
  sealed interface Answer<T> {}

  /** It worked. */
  record Found<T>(T value) implements Answer<T> {}

  /** It did not. */
  record Failed<T>(Failure why) implements Answer<T> {}

  /** Why a file cannot be had. */
  enum Failure {
    /** There is nothing; nor behind a symbolic link. */
    NOT_FOUND("no such file or directory"),
    /** Something on the way to it is a file. */
    NOT_A_DIRECTORY("not a directory"),
    /** It is a directory itself. */
    IS_A_DIRECTORY("is a directory"),
    /** It may not be looked at. */
    DENIED("permission denied"),
    /** Symbolic links in a circle. */
    LOOP("too many levels of symbolic links"),
    /** Anything else. */
    UNREADABLE("input/output error"),
    /** Not shown: it may be there on the node. Whoever meets this assumes that all is well. */
    OUT_OF_SIGHT("out of sight");

    private final String text;

    Failure(String text) {
      this.text = text;
    }

    /** The words of the operating system. */
    public String text() {
      return text;
    }
  }
}
