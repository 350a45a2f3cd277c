package dev.regwright.cli;

import dev.regwright.run.ExitCode;
import dev.regwright.run.Failures;
import dev.regwright.run.Io;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Map;

/** The {@code regwright} command. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process. */
  public static void main(String[] args) {
    String samples = System.getProperty("regwright.warm-up"); // by the launcher, for its archive
    if (samples != null) {
      WarmUp.run(samples);
      return;
    }
    int exitCode = run(args, ProcessIo.open());
    System.exit(exitCode);
  }

  /**
   * Runs the command within this process.
   *
   * @param terminal whether {@code out} and {@code err} are a terminal
   * @return the exit code
   */
  static int run(
      String[] args,
      InputStream in,
      Writer out,
      Writer err,
      Map<String, String> env,
      boolean terminal) {
    return run(args, new Io(in, out, err, env, terminal, terminal));
  }

  static int run(String[] args, Io io) {
    try {
      int exitCode = Commands.run(args, io);
      io.out().flush();
      return exitCode;
    } catch (UsageException e) {
      String command = Commands.named(args) == null ? "" : args[0] + " ";
      io.say(e.getMessage() + " (run regwright " + command + "--help)");
      return ExitCode.USAGE;
    } catch (IOException e) {
      Failures.output(io, e);
      return ExitCode.FAILURE;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      Failures.internal(io, null, e);
      return ExitCode.FAILURE;
    }
  }
}
