package dev.regwright.maven;

import dev.regwright.run.FileSelection;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Where files of a build lie, and what they are called.
 *
 * @param base the directory of the project, or the one Maven was started in
 * @param strange directories below it that are not its own: the build directory and the modules
 */
record Places(Path base, List<String> strange) {
  private static final String BASEDIR = "${project.basedir}/";

  static Places of(MavenProject project, MavenSession session) {
    if (project == null || project.getFile() == null) {
      Path base = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
      return new Places(base, List.of("/target"));
    }
    Path base = project.getBasedir().toPath().toAbsolutePath().normalize();
    List<String> strange = new ArrayList<>();
    add(strange, base, Path.of(project.getBuild().getDirectory()));
    for (String module : project.getModules()) {
      Path path = base.resolve(module).normalize();
      Path parent = path.getParent();
      add(strange, base, Files.isRegularFile(path) && parent != null ? parent : path);
    }
    return new Places(base, strange);
  }

  /** A directory that is not below this one, or is this one, is not met on the way. */
  private static void add(List<String> strange, Path base, Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    if (absolute.startsWith(base) && !absolute.equals(base)) {
      strange.add("/" + base.relativize(absolute).toString().replace('\\', '/'));
    }
  }

  /**
   * What messages and reports call a file: its path from where Maven was started, which is what
   * editors and code scanning expect, if it lies below.
   */
  static String name(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    String name = (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    return name.isEmpty() ? "." : name.replace('\\', '/');
  }

  /**
   * A directory that was named, or Maven's own default, which it leaves unfinished without a POM.
   */
  Path directory(File given) {
    String text = given.getPath();
    int at = text.indexOf(BASEDIR);
    return at < 0
        ? given.toPath().toAbsolutePath().normalize()
        : resolve(text.substring(at + BASEDIR.length()));
  }

  /** A file as it was written, from the project's directory. */
  Path resolve(String written) {
    return base.resolve(written).normalize();
  }

  static String name(File file) {
    return name(file.toPath());
  }

  /**
   * What patterns mean.
   *
   * @param paths what is to be searched: the project, and files that are named themselves
   * @param selection what is meant of it
   */
  record Chosen(List<String> paths, FileSelection selection) {}

  /** The files that includes and excludes mean. */
  Chosen choose(List<String> includes, List<String> excludes) {
    List<String> paths = new ArrayList<>();
    List<String> patterns = new ArrayList<>();
    List<String> without = new ArrayList<>(strange);
    boolean search = includes.isEmpty();
    for (String include : includes) {
      Path path = isPattern(include) ? null : path(include);
      if (path == null) {
        patterns.add(include);
        search = true;
      } else {
        paths.add(name(path));
        if (path.startsWith(base) && Files.isDirectory(path)) {
          patterns.add(pattern(path) + "/**");
          // Who names a directory below the build directory means it.
          without.removeIf(directory -> path.startsWith(base.resolve(directory.substring(1))));
        }
      }
    }
    if (search) {
      paths.add(name(base));
    }
    without.addAll(excludes);
    return new Chosen(paths, FileSelection.below(base, patterns, without));
  }

  private String pattern(Path below) {
    return "/" + base.relativize(below).toString().replace('\\', '/');
  }

  private static boolean isPattern(String include) {
    return include.indexOf('*') >= 0 || include.indexOf('?') >= 0;
  }

  private Path path(String include) {
    try {
      return resolve(include);
    } catch (InvalidPathException e) {
      return base.resolve("invalid path");
    }
  }
}
