package dev.regwright.run;

import dev.regwright.convert.Form;
import dev.regwright.convert.OutputFile;
import dev.regwright.generate.GenerateResult;
import dev.regwright.preset.Hint;
import dev.regwright.report.Printable;
import dev.regwright.source.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes what was generated, and tells what to do next.
 *
 * @param file where to; {@code -} is standard output
 */
public record GeneratedOutput(GenerateResult.Done done, String file, boolean quiet) {
  private static final String STDOUT = "-";
  private static final int WIDTH = 88;
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._/-]+");

  /** Writes; false after saying why something could not be written. */
  public boolean write(Io io) throws IOException, UsageException {
    OutputFile only = done.files().get(0);
    if (done.form() == Form.HOSTS_TOML) {
      if (file.equals(STDOUT)) {
        throw new UsageException("hosts-toml is a directory of files; name it with -o DIRECTORY");
      }
      HostsOutput out = new HostsOutput(io);
      out.write(done.files(), file, false);
      if (out.failed()) {
        return false;
      }
      io.say("wrote " + done.files().size() + " files to " + file);
    } else if (file.equals(STDOUT)) {
      io.out().write(only.text());
      io.out().flush();
    } else {
      Path path = path();
      WholeFile.write(path, only.bytes(), done.secret());
      io.say("wrote " + file);
      warnOfReaders(path, io);
    }
    if (!quiet) {
      StringBuilder text = new StringBuilder();
      steps(text, named(done.hints()));
      notes(text, done.notes());
      io.err().append(text).flush();
    }
    return true;
  }

  private Path path() throws UsageException {
    if (file.isEmpty()) {
      throw new UsageException("-o names no file; an unset variable, perhaps");
    }
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new UsageException("-o names no file that could be");
    }
  }

  /** A file that exists keeps its mode, which may have been fine for what was in it. */
  private void warnOfReaders(Path path, Io io) throws IOException {
    if (!done.secret() || !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
    boolean open =
        mode.contains(PosixFilePermission.OTHERS_READ)
            || mode.contains(PosixFilePermission.GROUP_READ);
    if (open && Files.isRegularFile(path)) {
      io.say("warning: it holds secrets, and not only you may read it; chmod 600 " + file);
    }
  }

  private List<Hint> named(List<Hint> hints) {
    if (file.equals(STDOUT) || !PLAIN_NAME.matcher(file).matches()) {
      return hints;
    }
    return hints.stream()
        .map(hint -> new Hint(hint.title(), hint.text().replace("@FILE", "@" + file)))
        .toList();
  }

  /** Numbered, with the text below the title. */
  public static void steps(StringBuilder out, List<Hint> hints) {
    int number = 1;
    for (Hint hint : hints) {
      out.append('\n').append(number++).append(". ").append(hint.title()).append('\n');
      hint.text().lines().forEach(line -> line(out, line.isEmpty() ? "" : "   " + line));
    }
  }

  /** A list, with lines broken where they are long. */
  public static void notes(StringBuilder out, List<String> notes) {
    if (!notes.isEmpty()) {
      out.append("\nNotes\n");
    }
    for (String note : notes) {
      StringBuilder line = new StringBuilder(" -");
      for (String word : note.split(" ", -1)) {
        if (line.length() + 1 + word.length() > WIDTH) {
          line(out, line.toString());
          line = new StringBuilder("  ");
        }
        line.append(' ').append(word);
      }
      line(out, line.toString());
    }
  }

  private static void line(StringBuilder out, String text) {
    out.append(Printable.of(text)).append('\n');
  }

  /** Nothing of the configuration: it may hold secrets. */
  @Override
  public String toString() {
    return file;
  }
}
