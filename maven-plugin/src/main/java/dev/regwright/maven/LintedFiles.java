package dev.regwright.maven;

import dev.regwright.lint.settings.SettingsException;
import dev.regwright.lint.settings.SettingsFile;
import dev.regwright.run.Input;
import dev.regwright.run.InputFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The files a run of lint reads, as inputs of it.
 *
 * @param findsSettings whether settings are looked for
 */
record LintedFiles(Places.Chosen chosen, boolean findsSettings) {
  /**
   * Adds them all.
   *
   * @return whether they are all: a hosts.toml brings certificates along that may lie anywhere
   */
  boolean addTo(Fingerprint fingerprint) throws IOException {
    InputFiles files = new InputFiles(LogIo.silent(), "<stdin>", chosen.selection());
    chosen.paths().forEach(files::add);
    Set<Path> directories = new HashSet<>();
    boolean all = !files.failed();
    for (Input input : files.sorted()) {
      Path path = input.path();
      all &= path != null && !input.name().toLowerCase(Locale.ROOT).endsWith(".toml");
      fingerprint.add("given", input.given()).file("file", path);
      Path directory = path == null ? null : path.toAbsolutePath().normalize().getParent();
      if (findsSettings && directory != null && directories.add(directory)) {
        settings(directory, fingerprint);
      }
    }
    return all;
  }

  private static void settings(Path directory, Fingerprint fingerprint) throws IOException {
    try {
      fingerprint.file("settings", SettingsFile.around(directory).path());
    } catch (SettingsException e) {
      throw new IOException("settings that cannot be read", e);
    }
  }
}
