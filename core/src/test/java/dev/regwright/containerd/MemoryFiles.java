package dev.regwright.containerd;

import dev.regwright.model.GoPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A file tree in memory, with dangling symbolic links. */
final class MemoryFiles implements FileView {
  private static final byte[] DIRECTORY = new byte[0];

  private final Map<String, byte[]> files = new HashMap<>();

  MemoryFiles directory(String path) {
    String clean = GoPath.clean(path);
    files.put(clean, DIRECTORY);
    int slash = clean.lastIndexOf('/');
    if (slash > 0) {
      directory(clean.substring(0, slash));
    }
    return this;
  }

  MemoryFiles file(String path, byte[] content) {
    directory(path.substring(0, path.lastIndexOf('/')));
    files.put(GoPath.clean(path), content.clone());
    return this;
  }

  @Override
  public Answer<Boolean> isDirectory(String path) {
    byte[] content = files.get(path);
    return content == null ? new Failed<>(missing(path)) : new Found<>(content == DIRECTORY);
  }

  private Failure missing(String path) {
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      byte[] parent = files.get(path.substring(0, slash));
      if (parent != null && parent != DIRECTORY) {
        return Failure.NOT_A_DIRECTORY;
      }
    }
    return Failure.NOT_FOUND;
  }

  @Override
  public Answer<byte[]> read(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      return new Failed<>(missing(path));
    }
    return content == DIRECTORY
        ? new Failed<>(Failure.IS_A_DIRECTORY)
        : new Found<>(content.clone());
  }

  @Override
  public Answer<List<Item>> list(String path) {
    byte[] content = files.get(path);
    if (content != DIRECTORY) {
      return new Failed<>(content == null ? missing(path) : Failure.NOT_A_DIRECTORY);
    }
    List<Item> items = new ArrayList<>();
    for (String name : new TreeSet<>(files.keySet())) {
      if (name.startsWith(path + "/") && name.indexOf('/', path.length() + 1) < 0) {
        items.add(new Item(name.substring(path.length() + 1), files.get(name) == DIRECTORY));
      }
    }
    return new Found<>(items);
  }
}
