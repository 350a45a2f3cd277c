package dev.regwright.run;

import dev.regwright.lint.settings.FileLinter;
import dev.regwright.lint.settings.Profile;
import dev.regwright.lint.settings.SettingsException;
import dev.regwright.lint.settings.SettingsFile;
import dev.regwright.model.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the settings for each input: those of {@code --config}, or the nearest ones upward. */
public final class Profiles implements Linters {
  private final Profile.Told told;
  private final @Nullable Path config;
  private final Map<Path, Profile> byDirectory = new HashMap<>();
  private final Map<Path, Profile> byFile = new HashMap<>();

  /** Profiles from one settings file, or from those found when it is null. */
  public Profiles(Profile.Told told, @Nullable Path config) {
    this.told = told;
    this.config = config;
  }

  @Override
  public FileLinter linter(Input input) throws UsageException {
    Path path = path(input);
    Profile profile = profile(path);
    return path == null ? profile.linter() : profile.linter(path);
  }

  /** Where settings differ, those of the first file speak for the report. */
  @Override
  public Target target(List<Input> inputs, Target otherwise) throws UsageException {
    return inputs.isEmpty() ? otherwise : profile(path(inputs.get(0))).target();
  }

  /** The settings that speak for a run about one input. */
  Profile profile(Input input) throws UsageException {
    return profile(path(input));
  }

  /** Standard input lies where its name says. */
  static @Nullable Path path(Input input) {
    if (input.path() != null) {
      return input.path();
    }
    try {
      return input.name().startsWith("<") ? null : Path.of(input.name());
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private Profile profile(@Nullable Path path) throws UsageException {
    try {
      if (config != null) {
        Profile known = byFile.get(config);
        return known != null ? known : byFile(SettingsFile.read(config), config);
      }
      Path file = path == null ? Path.of("stdin") : path;
      Path parent = file.toAbsolutePath().normalize().getParent();
      Path directory = parent == null ? file.toAbsolutePath() : parent;
      Profile known = byDirectory.get(directory);
      if (known == null) {
        SettingsFile found = SettingsFile.around(directory);
        known = byFile(found, found.path() == null ? directory : found.path());
        byDirectory.put(directory, known);
      }
      return known;
    } catch (SettingsException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private Profile byFile(SettingsFile file, Path name) {
    return byFile.computeIfAbsent(name, n -> Profile.of(file, told));
  }
}
