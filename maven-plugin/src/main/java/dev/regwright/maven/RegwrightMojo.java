package dev.regwright.maven;

import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.run.ExitCode;
import dev.regwright.run.Failures;
import dev.regwright.run.Io;
import dev.regwright.run.Targets;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have. */
abstract class RegwrightMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true)
  MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution mojoExecution;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  PluginDescriptor plugin;

  /**
   * Does nothing. Example: {@code mvn verify -Dregwright.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.skip", defaultValue = "false")
  boolean skip;

  /**
   * The Talos version that will load the files, such as {@code 1.13} or {@code 1.13.4}; by default
   * the newest one known, and for {@code lint} that of the settings file. There {@code 1.11..1.14}
   * tells what an upgrade changes. Example: {@code <talosVersion>1.13</talosVersion>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.talosVersion")
  @Nullable String talosVersion;

  /**
   * The containerd version that will pull; by default the one that Talos version ships. Example:
   * {@code <containerdVersion>2.1</containerdVersion>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.containerdVersion")
  @Nullable String containerdVersion;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped, as <skip> or -Dregwright.skip says");
      return;
    }
    try {
      run();
    } catch (UsageException e) {
      throw new MojoExecutionException(words(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      // Without the cause: its message may quote what it was about.
      String reason = e.getMessage();
      throw new MojoExecutionException(
          "output cannot be written: " + (reason == null ? e.getClass().getSimpleName() : reason));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Maven would print the message, which may quote a file, and the file may hold secrets.
      Failures.internal(io(), null, e);
      throw new MojoExecutionException("internal error; see above");
    }
  }

  abstract void run()
      throws IOException, UsageException, MojoExecutionException, MojoFailureException;

  /** A message of the library in the words of this goal. */
  String words(String message) {
    return Words.of(message);
  }

  Io io() {
    return LogIo.of(getLog(), this::words, failsOnWords());
  }

  /** Whether the goal fails when a run says that something is amiss. */
  boolean failsOnWords() {
    return true;
  }

  /** Ends a run as its exit code says. */
  static void end(int exitCode, String findings)
      throws MojoExecutionException, MojoFailureException {
    if (exitCode == ExitCode.FAILURE) {
      throw new MojoExecutionException(
          "some files could not be read, written or judged; see above");
    }
    if (exitCode != ExitCode.CLEAN) {
      throw new MojoFailureException(findings);
    }
  }

  Target target() throws UsageException {
    return Targets.of(word(talosVersion), word(containerdVersion), null);
  }

  TalosVersion talosVersion() throws UsageException {
    if (talosVersion == null) {
      return TalosReleases.byDefault();
    }
    return Targets.talos("<talosVersion>", talosVersion.strip());
  }

  Places places() {
    return Places.of(project, session);
  }

  RepairCommand command() {
    return new RepairCommand(session, project, mojoExecution, plugin);
  }

  /** An element may stand on lines of its own. */
  static @Nullable String word(@Nullable String written) {
    return written == null ? null : written.strip();
  }

  /** Maven hands over null for an element that is not there, and null within for an empty one. */
  static List<String> list(@Nullable List<String> written) {
    if (written == null) {
      return List.of();
    }
    return written.stream()
        .filter(text -> text != null && !text.isBlank())
        .map(String::strip)
        .toList();
  }

  /** Whether a project of its own is there, rather than just a directory. */
  boolean hasProject() {
    return project != null && project.getFile() != null;
  }

  /** Where this goal keeps what it knows of its last run; null outside of a project. */
  @Nullable Path indexFile() {
    if (!hasProject()) {
      return null;
    }
    // An execution may be called anything; a file may not.
    String name = mojoExecution.getGoal() + "-" + mojoExecution.getExecutionId();
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      safe.append(Character.isLetterOrDigit(c) || c == '-' ? c : '_');
    }
    return Path.of(project.getBuild().getDirectory()).resolve("regwright").resolve(safe + ".index");
  }
}
