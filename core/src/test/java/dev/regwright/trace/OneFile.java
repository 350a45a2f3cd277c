package dev.regwright.trace;

import dev.regwright.containerd.FileView;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A node with one hosts.toml. */
record OneFile(String directory, String hosts) implements FileView {
  @Override
  public Answer<Boolean> isDirectory(String path) {
    return path.equals(directory) ? new Found<>(true) : new Failed<>(Failure.NOT_FOUND);
  }

  @Override
  public Answer<byte[]> read(String path) {
    return path.equals(directory + "/hosts.toml")
        ? new Found<>(hosts.getBytes(StandardCharsets.UTF_8))
        : new Failed<>(Failure.NOT_FOUND);
  }

  @Override
  public Answer<List<Item>> list(String path) {
    return new Found<>(List.of(new Item("hosts.toml", false)));
  }
}
