package dev.regwright.cli;

import dev.regwright.run.Io;
import dev.regwright.run.UsageException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One word behind {@code regwright}. */
interface Command {
  String name();

  /** What it is for, in one line without a full stop. */
  String purpose();

  /** Its options, built only when it runs: picocli's model is the dearest part of starting up. */
  CommandSpec spec();

  /**
   * Runs it.
   *
   * @return the exit code
   * @throws IOException when {@code out} cannot be written
   */
  int run(ParseResult arguments, Io io) throws IOException, UsageException;
}
