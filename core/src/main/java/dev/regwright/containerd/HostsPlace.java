package dev.regwright.containerd;

import dev.regwright.model.GoPath;
import dev.regwright.source.SourceFile;
import java.util.List;

/**
 * Where a hosts.toml lies.
 *
 * @param files the files around it
 * @param root the directory of all registries' directories, an absolute path without a trailing
 *     slash
 * @param directory the name of its directory within
 */
public record HostsPlace(FileView files, String root, String directory) {
  /** The absolute path of its directory. */
  public String path() {
    return GoPath.join(root, directory);
  }

  /** The registry it is for; {@code *} for all registries without a directory of their own. */
  public String registry() {
    return HostDirectories.registryOf(directory);
  }

  /** The same place, with the file itself as it was read. */
  public HostsPlace with(SourceFile source) {
    return new HostsPlace(
        new Reading(files, path() + "/" + HostsFile.NAME, source), root, directory);
  }

  /** Files of which one has been read already, under the name the user gave it. */
  private record Reading(FileView files, String path, SourceFile source) implements FileView {
    @Override
    public Answer<Boolean> isDirectory(String other) {
      return files.isDirectory(other);
    }

    @Override
    public Answer<byte[]> read(String other) {
      return other.equals(path) && source.malformedAt().isEmpty()
          ? new Found<>(source.encode(source.text()))
          : files.read(other);
    }

    @Override
    public Answer<List<Item>> list(String other) {
      return files.list(other);
    }

    @Override
    public String nameOf(String other) {
      return other.equals(path) ? source.name() : files.nameOf(other);
    }
  }
}
