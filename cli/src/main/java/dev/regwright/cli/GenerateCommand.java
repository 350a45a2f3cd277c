package dev.regwright.cli;

import dev.regwright.generate.GenerateRequest;
import dev.regwright.model.TalosReleases;
import dev.regwright.run.Color;
import dev.regwright.run.ExitCode;
import dev.regwright.run.GenerateRun;
import dev.regwright.run.Io;
import dev.regwright.run.KnownVersions;
import dev.regwright.run.UnreadableException;
import dev.regwright.run.UsageException;
import java.io.IOException;
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
      KnownVersions.note(request.talos(), io);
    }
    return new GenerateRun(
            request,
            arguments.matchedOptionValue("-o", "-"),
            arguments.hasMatchedOption("--quiet"),
            Color.AUTO,
            io)
        .run();
  }
}
