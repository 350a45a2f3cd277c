package dev.regwright.cli;

import dev.regwright.convert.Form;
import dev.regwright.model.TalosReleases;
import dev.regwright.run.Choices;
import dev.regwright.run.ConvertOptions;
import dev.regwright.run.ConvertRun;
import dev.regwright.run.Io;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright convert}. */
final class ConvertCommand implements Command {
  private static final String STDIN = "-";

  @Override
  public String name() {
    return "convert";
  }

  @Override
  public String purpose() {
    return "Turn registry configuration into another form, and keep everything else as it is";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            this,
            "FILE... --to FORM [OPTIONS]",
            "  regwright convert controlplane.yaml --to talos                 machine.registries to documents",
            "  regwright convert nodes/ --to talos --in-place                 in every file of a directory",
            "  regwright convert mirrors.yaml --to talos-legacy --talos 1.11  and back, for an older Talos",
            "  regwright convert mirrors.yaml --to talosctl-flags             for talosctl gen config",
            "  regwright convert mirrors.yaml --to talos --as-patch -o out/   patches that replace what is there",
            "  regwright convert mirrors.yaml --to hosts-toml -o certs.d/     for containerd",
            "  regwright convert /etc/containerd/certs.d --to talos           and back");
    spec.addPositional(
        Specs.arguments(
            "FILE | -",
            "files to convert, a directory of hosts.toml directories, or - for standard input; with "
                + "--in-place directories of files of Talos. Several "
                + "files without --in-place are taken as one configuration"));
    spec.addOption(
            Specs.value("--to", "FORM", "the form to make: " + String.join(", ", Form.words())))
        .addOption(
            Specs.value("--from", "FORM", "the form of the files; by default it is recognised"))
        .addOption(
            Specs.value(
                "--talos",
                "VERSION",
                "the Talos version that will read the result; by default "
                    + TalosReleases.byDefault().minorText()))
        .addOption(
            Specs.value(
                "--containerd",
                "VERSION",
                "the containerd version whose files are read; by default the one Talos ships"))
        .addOption(Specs.list("--patch", "FILE,...", "patches to apply to the first file before"))
        .addOption(Specs.value("-o", "FILE", "where to write; by default to standard output"))
        .addOption(Specs.flag("change the files themselves", "--in-place"))
        .addOption(
            Specs.flag(
                "make two patches that replace documents of the same names; -o names a directory",
                "--as-patch"))
        .addOption(Specs.flag("convert even if something is lost", "--allow-lossy"))
        .addOption(
            Specs.value("--stdin-filename", "NAME", "what standard input is called in messages"));
    HostsArguments.addTo(spec);
    spec.addOption(Specs.help());
    Specs.exitCodes(
        spec,
        "converted, or nothing to convert",
        "refused: the input is broken, or something would be lost; nothing was written for it",
        "a mistake on the command line",
        "some input could not be read, or some output not be written");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    return new ConvertRun(options(arguments), io).run();
  }

  private static ConvertOptions options(ParseResult arguments) throws UsageException {
    List<String> inputs = arguments.matchedPositionalValue(0, List.<String>of());
    String to = arguments.matchedOptionValue("--to", (String) null);
    if (inputs.isEmpty() || inputs.contains("")) {
      throw new UsageException("name the file to convert, or - for standard input");
    }
    if (to == null) {
      throw new UsageException("--to is missing: one of " + String.join(", ", Form.words()));
    }
    var options =
        new ConvertOptions(
            inputs,
            Choices.form("--to", to),
            from(arguments.matchedOptionValue("--from", (String) null)),
            LintCommand.target(arguments).talos(),
            arguments.matchedOptionValue("--patch", List.<String>of()),
            arguments.matchedOptionValue("-o", (String) null),
            arguments.hasMatchedOption("--in-place"),
            arguments.hasMatchedOption("--as-patch"),
            arguments.hasMatchedOption("--allow-lossy"),
            arguments.matchedOptionValue("--stdin-filename", "<stdin>"),
            LintCommand.target(arguments).containerd(),
            HostsArguments.of(arguments));
    options.check(inputs.contains(STDIN));
    return options;
  }

  private static @Nullable Form from(@Nullable String word) throws UsageException {
    return word == null ? null : Choices.form("--from", word);
  }
}
