package dev.regwright.cli;

import dev.regwright.convert.Form;
import dev.regwright.generate.GenerateRequest;
import dev.regwright.generate.GenerateResult;
import dev.regwright.generate.Generator;
import dev.regwright.model.TalosReleases;
import dev.regwright.model.Target;
import dev.regwright.report.Report;
import dev.regwright.report.ReportFormat;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import java.io.IOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright generate}. */
final class GenerateCommand implements Command {
  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String purpose() {
    return "Write registry configuration, for a product or for endpoints you name";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            this,
            "[OPTIONS]",
            "  regwright generate --preset harbor --host harbor.example.com -o mirrors.yaml",
            "  regwright generate --preset distribution --host 10.5.0.1 --upstream docker.io,ghcr.io",
            "  regwright generate --mirror docker.io=https://cache.example.com:5000 --ca ca.crt",
            "  regwright generate --presets                        list the products",
            "  regwright generate --presets --preset harbor        explain one");
    endpoints(spec);
    access(spec);
    output(spec);
    spec.addOption(Specs.help());
    Specs.exitCodes(
        spec,
        "written; what to do next is on standard error",
        "nothing was written: nodes would not do well with it, or the form cannot say it",
        "a mistake on the command line",
        "a file could not be read or written");
    return spec;
  }

  private static void endpoints(CommandSpec spec) {
    spec.addOption(
            Specs.repeated(
                "--mirror",
                "NAME=URL",
                "pull images of the registry NAME (* for all) from URL; several of one NAME are tried "
                    + "in order"))
        .addOption(
            Specs.flag("use the paths of --mirror as they are, without /v2", "--override-path"))
        .addOption(Specs.flag("list the presets, or explain that of --preset", "--presets"))
        .addOption(Specs.value("--preset", "PRESET", "the product that mirrors the registries"))
        .addOption(Specs.value("--host", "HOST", "where nodes reach it: [http://]host[:port]"))
        .addOption(
            Specs.list(
                "--upstream",
                "NAME[=PLACE],...",
                "the registries it mirrors, or the groups talos, common and wide; PLACE is the project, "
                    + "repository or port, if it is not the usual one"))
        .addOption(Specs.repeated("--option", "NAME=VALUE", "an option of the preset"))
        .addOption(
            Specs.flag("never ask the registries themselves, as in an air gap", "--skip-fallback"));
  }

  private static void access(CommandSpec spec) {
    spec.addOption(Specs.value("--username", "USER", "log in to the endpoints"));
    SecretOptions.add(spec);
    spec.addOption(Specs.value("--ca", "FILE", "trust the certificates in FILE"))
        .addOption(Specs.value("--client-cert", "FILE", "show this certificate"))
        .addOption(Specs.value("--client-key", "FILE", "and prove it with this key"))
        .addOption(Specs.flag("do not check the endpoints' certificates", "--insecure-skip-verify"))
        .addOption(
            Specs.value(
                "--auth-host",
                "HOST[:PORT]",
                "the only endpoint that credentials and TLS settings are for"));
  }

  private static void output(CommandSpec spec) {
    spec.addOption(
            Specs.value(
                "--to",
                "FORMAT",
                "talos (the default from Talos 1.12 on), talos-legacy, hosts-toml or talosctl-flags"))
        .addOption(
            Specs.value(
                "--talos",
                "VERSION",
                "the Talos version of the nodes; by default "
                    + TalosReleases.byDefault().minorText()))
        .addOption(
            Specs.value(
                "-o",
                "FILE",
                "write to FILE, whole or not at all; default: standard output. For hosts-toml "
                    + "a directory"))
        .addOption(Specs.flag("do not say what to do next", "-q", "--quiet"));
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    String preset = arguments.matchedOptionValue("--preset", "");
    if (arguments.hasMatchedOption("--presets") || preset.equals("list")) {
      PresetListing.print(preset.equals("list") ? "" : preset, io.out());
      return ExitCode.CLEAN;
    }
    GenerateRequest request;
    try {
      request = new GenerateArguments(arguments, io).request();
    } catch (UnreadableException e) {
      io.say(e.problem());
      return ExitCode.FAILURE;
    }
    if (!arguments.hasMatchedOption("--quiet")) {
      LintCommand.noteUnknownVersion(request.talos(), io);
    }
    GenerateResult result = Generator.generate(request);
    if (result instanceof GenerateResult.Refused refused) {
      throw new UsageException(refused.reason() + "; " + refused.remedy());
    }
    if (result instanceof GenerateResult.Lossy lossy) {
      return lossy(lossy, io);
    }
    if (result instanceof GenerateResult.Objected objected) {
      return objected(objected, Target.talos(request.talos()), io);
    }
    return write((GenerateResult.Done) result, arguments, io);
  }

  private static int lossy(GenerateResult.Lossy lossy, Io io) {
    for (String loss : lossy.losses()) {
      io.say(loss);
    }
    io.say(
        "nothing was written, as " + lossy.form().word() + " cannot say all; choose another --to");
    return ExitCode.FINDINGS;
  }

  private static int objected(GenerateResult.Objected objected, Target target, Io io)
      throws IOException {
    var settings =
        new ReportSettings(VersionCommand.version(), target, Color.AUTO.wanted(io), true);
    Report report = Reports.open(ReportFormat.TEXT, settings, io.out());
    report.add(objected.linted());
    report.finish();
    io.out().flush();
    if (objected.ours()) {
      io.say("internal error: this preset is not what it should be; please report it");
      return ExitCode.FAILURE;
    }
    boolean path =
        objected.linted().findings().stream()
            .anyMatch(finding -> finding.rule().equals("path-needs-override"));
    io.say(
        "nothing was written; "
            + Generator.NAME
            + " is what it would have been"
            + (path ? "; --override-path sets overridePath" : ""));
    return ExitCode.FINDINGS;
  }

  private static int write(GenerateResult.Done done, ParseResult arguments, Io io)
      throws IOException, UsageException {
    String file = arguments.matchedOptionValue("-o", "-");
    try {
      boolean quiet = arguments.hasMatchedOption("--quiet");
      return new GeneratedOutput(done, file, quiet).write(io) ? ExitCode.CLEAN : ExitCode.FAILURE;
    } catch (FileSystemException e) {
      io.say(file + ": " + e.getReason());
      return ExitCode.FAILURE;
    }
  }

  /** The form of {@code --to}; any that there is, since the generator says what it cannot write. */
  static Form form(String word) throws UsageException {
    Form form = Form.named(word).orElse(null);
    if (form == null) {
      throw UsageException.noneOf("--to", word, Form.words());
    }
    return form;
  }
}
