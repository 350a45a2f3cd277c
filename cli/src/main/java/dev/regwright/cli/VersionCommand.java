package dev.regwright.cli;

import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import dev.regwright.run.ExitCode;
import dev.regwright.run.Io;
import dev.regwright.run.ToolVersion;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright version}. */
final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public String purpose() {
    return "Show the version, and which Talos versions it knows";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Specs.command(this, "", "  regwright version", "  regwright --version");
    return spec.addOption(Specs.help());
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException {
    List<TalosVersion> known = TalosReleases.known();
    io.out().write(line());
    io.out().write("Talos " + known.get(0).minorText() + " to ");
    io.out().write(known.get(known.size() - 1).minorText());
    io.out().write("; " + TalosReleases.byDefault().minorText() + " unless told otherwise\n");
    io.out().write("Java " + Runtime.version() + "\n");
    return ExitCode.CLEAN;
  }

  static String line() {
    return "regwright " + ToolVersion.text() + "\n";
  }
}
