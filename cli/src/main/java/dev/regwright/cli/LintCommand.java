package dev.regwright.cli;

import dev.regwright.model.TalosReleases;
import dev.regwright.model.Target;
import dev.regwright.run.Io;
import dev.regwright.run.LintOptions;
import dev.regwright.run.LintRun;
import dev.regwright.run.PatchedLintRun;
import dev.regwright.run.Profiles;
import dev.regwright.run.Targets;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright lint}. */
final class LintCommand implements Command {
  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String purpose() {
    return "Check registry configuration: what Talos refuses, and what it accepts and you will regret";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            this,
            "[OPTIONS] [PATH | DIR | -]...",
            "  regwright lint controlplane.yaml                    check a file",
            "  regwright lint talos/ --talos 1.13                  check a directory, for Talos 1.13",
            "  regwright lint talos/ --talos 1.11..1.14            what an upgrade breaks or moves",
            "  regwright lint /etc/containerd --containerd 1.7     check a node's hosts.toml files",
            "  regwright lint talos/ --fix                         repair what can safely be repaired",
            "  sops -d mirrors.yaml | regwright lint -             check what another program writes",
            "  regwright lint . --format json --fail-on warning    for a program, and stricter",
            "  regwright lint . --format auto --format sarif=out.sarif    several reports at once");
    spec.addPositional(
        Specs.arguments(
            "PATH | DIR | -",
            "files to check, directories to search for *.yaml, *.yml and hosts.toml (links to "
                + "directories, hidden ones and node_modules are left out), or - for standard "
                + "input; *.toml is containerd's, all else Talos's; by default the "
                + "current directory"));
    target(spec);
    spec.addOption(
        Specs.list(
            "--patch",
            "FILE,...",
            "patches to apply to the one file before, as talosctl does; findings stand in the file "
                + "that caused them"));
    output(spec);
    spec.addOption(Specs.help());
    Specs.exitCodes(
        spec,
        "nothing found, or nothing as severe as --fail-on asks for",
        "findings at or above --fail-on",
        "a mistake on the command line or in the settings",
        "some input could not be read or judged, whatever was found in the rest");
    return spec;
  }

  private static void target(CommandSpec spec) {
    spec.addOption(
            Specs.value(
                "--talos",
                "VERSION",
                "the Talos version that will load the files, such as 1.13 or 1.13.4; by default "
                    + TalosReleases.byDefault().minorText()
                    + "; or two, such as 1.11..1.14: what an upgrade breaks or moves"))
        .addOption(
            Specs.value(
                "--containerd",
                "VERSION",
                "the containerd version that will pull; by default the one Talos ships"))
        .addOption(
            Specs.value(
                "--mode",
                "MODE",
                "judge files as complete configurations, as talosctl validate --mode does: metal, "
                    + "cloud or container"))
        .addOption(Specs.list("--select", "RULE,...", "report these rules only"))
        .addOption(Specs.list("--ignore", "RULE,...", "do not report these rules"))
        .addOption(
            Specs.value(
                "--config",
                "FILE",
                "the settings; by default the nearest .regwright.yaml from each file's directory "
                    + "upward, as far as the repository goes"));
  }

  private static void output(CommandSpec spec) {
    spec.addOption(
            Specs.value("--stdin-filename", "NAME", "what standard input is called in the report"))
        .addOption(
            Specs.repeated(
                "--format",
                "FORMAT[=FILE]",
                "text (the default), concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, "
                    + "markdown, or auto: github on GitHub's runners and text elsewhere; into a file "
                    + "with =FILE, and may be given several times"))
        .addOption(
            Specs.value("--baseline", "FILE", "report only what this file does not accept yet"))
        .addOption(
            Specs.value("--write-baseline", "FILE", "accept all there is to report, in this file"))
        .addOption(Specs.flag("repair what can be repaired without changing its meaning", "--fix"))
        .addOption(
            Specs.flag("with --fix or --diff: repair more, for you to look over", "--unsafe-fixes"))
        .addOption(
            Specs.flag(
                "show what --fix would change and write nothing; exit with 1 if there is anything",
                "--diff"))
        .addOption(
            Specs.value(
                "--fail-on",
                "SEVERITY",
                "exit with 1 from this severity on: error (the default), warning, info or never"))
        .addOption(
            Specs.value(
                "--color",
                "WHEN",
                "auto (the default: on a terminal, without NO_COLOR), always or never"))
        .addOption(Specs.flag("print findings and failures only", "-q", "--quiet"));
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    LintOptions options = LintArguments.read(arguments, io.env());
    List<String> patches = arguments.matchedOptionValue("--patch", List.<String>of());
    Profiles profiles = new Profiles(options.told(), options.config());
    return patches.isEmpty()
        ? new LintRun(options, profiles, io).run()
        : new PatchedLintRun(options, profiles, patches, io, null).run();
  }

  static Target target(ParseResult arguments) throws UsageException {
    return Targets.of(
        arguments.matchedOptionValue("--talos", (String) null),
        arguments.matchedOptionValue("--containerd", (String) null),
        arguments.matchedOptionValue("--mode", (String) null));
  }
}
