package dev.regwright.run;

import dev.regwright.containerd.HostsFile;
import dev.regwright.lint.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files to lint: those the user named, and the YAML files and hosts.toml below the
 * directories the user named. Links to directories are not followed within a directory, as in
 * version control and most search tools, so that a walk always ends and meets each file once.
 */
public final class InputFiles {
  private static final String STDIN = "-";

  private final Io io;
  private final String stdinName;
  private final FileSelection selection;
  private final Map<Object, Input> files = new LinkedHashMap<>();
  private final List<String> emptyDirectories = new ArrayList<>();
  private boolean failed;

  InputFiles(Io io, String stdinName) {
    this(io, stdinName, FileSelection.ALL);
  }

  /** Finds those that are meant of the files below directories; named ones are always. */
  public InputFiles(Io io, String stdinName, FileSelection selection) {
    this.io = io;
    this.stdinName = stdinName;
    this.selection = selection;
  }

  /** Takes one argument: a file, a directory, or {@code -}. */
  public void add(String argument) {
    if (argument.equals(STDIN)) {
      files.put(STDIN, new Input(null, stdinName, true));
      return;
    }
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      fail(new UnreadableException(argument, "no valid path"));
      return;
    }
    String name = name(path);
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      fail(FileReader.unreadable(path, name.isEmpty() ? "." : name, e));
      return;
    }
    if (attributes.isDirectory()) {
      directory(path, name);
    } else {
      file(path, name, true);
    }
  }

  /** All files, each once, in the order of reports. */
  public List<Input> sorted() {
    List<Input> sorted = new ArrayList<>(files.values());
    if (sorted.size() > 1) {
      Collections.sort(sorted);
    }
    return sorted;
  }

  /** Directories without any file to lint. */
  public List<String> emptyDirectories() {
    return emptyDirectories;
  }

  /** Whether something could not be read. */
  public boolean failed() {
    return failed;
  }

  private void fail(UnreadableException problem) {
    failed = true;
    io.say(problem.problem());
  }

  /** A file that is both named and below a named directory counts as named. */
  private void file(Path path, String name, boolean given) {
    Object identity = identity(path);
    Input known = files.get(identity);
    if (known == null || (given && !known.given())) {
      files.put(identity, new Input(path, name, given));
    }
  }

  private static Path identity(Path path) {
    Path absolute = path.toAbsolutePath();
    Path normal = absolute.normalize();
    if (normal.equals(absolute) || !path.toString().contains("..")) {
      return normal;
    }
    try {
      return path.toRealPath(); // x/../y is not y when x is a link
    } catch (IOException e) {
      return absolute;
    }
  }

  private void directory(Path top, String topName) {
    int before = files.size();
    boolean any = false;
    Deque<Path> paths = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    paths.push(top);
    names.push(topName);
    while (!paths.isEmpty()) {
      Path path = paths.pop();
      String name = names.pop();
      any |= list(path, name, paths, names);
    }
    if (!any && files.size() == before && !failed) {
      emptyDirectories.add(topName.isEmpty() ? "." : topName);
    }
  }

  /** Takes a directory's files and remembers its directories; whether there is a file to lint. */
  private boolean list(Path directory, String name, Deque<Path> paths, Deque<String> names) {
    boolean any = false;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String last = String.valueOf(entry.getFileName());
        String entryName = name.isEmpty() || name.endsWith("/") ? name + last : name + "/" + last;
        BasicFileAttributes attributes = attributes(entry);
        if (attributes != null && attributes.isDirectory()) {
          if (searched(last) && selection.enters(entry)) {
            paths.push(entry);
            names.push(entryName);
          }
        } else if (isConfiguration(last) && selection.takes(entry) && !Files.isDirectory(entry)) {
          any = true;
          file(entry, entryName, false);
        }
      }
    } catch (DirectoryIteratorException e) {
      fail(new UnreadableException(name.isEmpty() ? "." : name, "cannot be listed to its end"));
    } catch (IOException e) {
      fail(FileReader.unreadable(directory, name.isEmpty() ? "." : name, e));
    }
    return any;
  }

  private static @Nullable BasicFileAttributes attributes(Path entry) {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null; // gone since it was listed, or not for us: reading it will tell
    }
  }

  private static boolean searched(String directory) {
    return !directory.startsWith(".") && !directory.equals("node_modules");
  }

  /**
   * By name only; editors' lock files are links to nowhere that begin with {@code .#}, and our
   * settings are no configuration.
   */
  private static boolean isConfiguration(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
    boolean other = name.startsWith(".#") || name.equals(SettingsFile.NAME);
    return name.equals(HostsFile.NAME) || (yaml && !other);
  }

  /**
   * The path as given, without {@code .} within and separated by {@code /}; empty for the current
   * directory.
   */
  private static String name(Path path) {
    StringBuilder name = new StringBuilder();
    if (path.getRoot() != null) {
      name.append(path.getRoot().toString().replace('\\', '/'));
    }
    for (Path part : path) {
      String text = part.toString();
      if (!text.equals(".") && !text.isEmpty()) {
        boolean first = name.isEmpty() || name.charAt(name.length() - 1) == '/';
        name.append(first ? "" : "/").append(text);
      }
    }
    return name.toString();
  }
}
