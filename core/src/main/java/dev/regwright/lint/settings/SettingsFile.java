package dev.regwright.lint.settings;

import dev.regwright.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Settings and where they stand.
 *
 * @param path the file; null when there is none
 * @param directory what the patterns in it are relative to
 */
public record SettingsFile(@Nullable Path path, Path directory, LintSettings settings) {
  /** The name that is looked for. */
  public static final String NAME = ".regwright.yaml";

  private static final int LIMIT = 1 << 20;

  /**
   * The settings for the files of a directory: the nearest {@value #NAME} from there upward, but
   * not beyond a directory with a {@code .git}.
   */
  public static SettingsFile around(Path directory) throws SettingsException {
    Path start = directory.toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        break;
      }
    }
    return new SettingsFile(null, start, LintSettings.NONE);
  }

  /** Reads a file of any name. */
  public static SettingsFile read(Path file) throws SettingsException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LIMIT + 1);
    } catch (IOException e) {
      String why = Files.exists(file) ? "cannot be read" : "no such file";
      throw new SettingsException(file + ": " + why);
    }
    if (bytes.length > LIMIT) {
      throw new SettingsException(file + ": larger than 1 MiB, so it is not what it should be");
    }
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    Path here = Path.of("").toAbsolutePath();
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : file;
    String name = shown.toString().replace('\\', '/');
    return new SettingsFile(
        file, parent == null ? absolute : parent, SettingsReader.read(SourceFile.of(name, bytes)));
  }

  /** How patterns see a file: its path from the directory of the settings, if it is below. */
  public String relative(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(directory) ? directory.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }
}
