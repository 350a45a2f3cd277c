package dev.regwright.containerd;

import dev.regwright.model.GoPath;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A directory of a node that exists in memory only. Everything outside of it is out of sight;
 * directories are there when a file lies in them.
 */
final class TreeFiles implements FileView {
  private final String root;
  private final NavigableMap<String, byte[]> files = new TreeMap<>();

  /**
   * Shows files.
   *
   * @param root the directory's absolute path on the node
   * @param files the files by their paths within the directory
   */
  TreeFiles(String root, SortedMap<String, byte[]> files) {
    this.root = GoPath.clean(root);
    files.forEach((path, content) -> this.files.put(GoPath.join(this.root, path), content));
  }

  @Override
  public Answer<Boolean> isDirectory(String path) {
    String clean = GoPath.clean(path);
    if (!within(clean)) {
      return new Failed<>(Failure.OUT_OF_SIGHT);
    }
    if (files.containsKey(clean)) {
      return new Found<>(false);
    }
    return directory(clean) ? new Found<>(true) : new Failed<>(missing(clean));
  }

  @Override
  public Answer<byte[]> read(String path) {
    String clean = GoPath.clean(path);
    if (!within(clean)) {
      return new Failed<>(Failure.OUT_OF_SIGHT);
    }
    byte[] content = files.get(clean);
    if (content != null) {
      return new Found<>(content.clone());
    }
    return new Failed<>(directory(clean) ? Failure.IS_A_DIRECTORY : missing(clean));
  }

  @Override
  public Answer<List<Item>> list(String path) {
    String clean = GoPath.clean(path);
    if (!within(clean)) {
      return new Failed<>(Failure.OUT_OF_SIGHT);
    }
    if (!directory(clean)) {
      return new Failed<>(files.containsKey(clean) ? Failure.NOT_A_DIRECTORY : missing(clean));
    }
    NavigableMap<String, Boolean> names = new TreeMap<>();
    for (String file : below(clean)) {
      String rest = file.substring(clean.length() + 1);
      int slash = rest.indexOf('/');
      names.put(slash < 0 ? rest : rest.substring(0, slash), slash >= 0);
    }
    List<Item> items = new ArrayList<>();
    names.forEach((name, isDirectory) -> items.add(new Item(name, isDirectory)));
    return new Found<>(items);
  }

  private boolean within(String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  private boolean directory(String path) {
    return path.equals(root) || !below(path).isEmpty();
  }

  /** The files in a directory and in those below it: {@code '0'} follows {@code '/'}. */
  private List<String> below(String path) {
    return List.copyOf(files.subMap(path + "/", path + "0").keySet());
  }

  private Failure missing(String path) {
    for (int slash = path.lastIndexOf('/');
        slash > root.length();
        slash = path.lastIndexOf('/', slash - 1)) {
      if (files.containsKey(path.substring(0, slash))) {
        return Failure.NOT_A_DIRECTORY;
      }
    }
    return Failure.NOT_FOUND;
  }

  @Override
  public String toString() {
    return root + ": " + files.size() + " files";
  }
}
