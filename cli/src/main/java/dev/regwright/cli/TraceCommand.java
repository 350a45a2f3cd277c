package dev.regwright.cli;

import dev.regwright.report.TraceFormat;
import dev.regwright.run.Color;
import dev.regwright.run.Io;
import dev.regwright.run.KnownVersions;
import dev.regwright.run.TraceOptions;
import dev.regwright.run.TraceRun;
import dev.regwright.run.UsageException;
import dev.regwright.trace.Answer;
import dev.regwright.trace.WhatIf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright trace}. */
final class TraceCommand implements Command {
  private static final String STDIN = "-";

  @Override
  public String name() {
    return "trace";
  }

  @Override
  public String purpose() {
    return "Show which URLs an image will really be pulled from, by Talos itself and by pods";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            this,
            "[OPTIONS] --config PATH... IMAGE...",
            "  regwright trace --config controlplane.yaml nginx ghcr.io/siderolabs/kubelet:v1.35.0",
            "  regwright trace --config /etc/containerd/certs.d quay.io/cilium/cilium:v1.18.0",
            "  talosctl images default | regwright trace --config c.yaml --images-from -",
            "  regwright trace --config c.yaml --what-if harbor.example=down nginx",
            "  regwright trace --config c.yaml --images-from images.txt --fail-on egress");
    spec.addPositional(Specs.arguments("IMAGE", "image references, such as nginx:1.29"));
    input(spec);
    output(spec);
    spec.addOption(Specs.help());
    Specs.exitCodes(
        spec,
        "traced",
        "Talos would refuse the configuration, an image is no reference, or --fail-on egress met one",
        "a mistake on the command line",
        "some input could not be read");
    return spec;
  }

  private static void input(CommandSpec spec) {
    spec.addOption(
            Specs.repeated(
                "--config",
                "PATH",
                "a Talos configuration, a directory of them, a directory of hosts.toml such as "
                    + "/etc/containerd/certs.d, containerd's config.toml beside one, or - for standard "
                    + "input; repeat it to read several together"))
        .addOption(
            Specs.repeated(
                "--patch", "FILE", "apply a patch to the configuration first; may be repeated"))
        .addOption(
            Specs.value(
                "--images-from",
                "FILE",
                "read images from a file or - for standard input: one on each line, the output of "
                    + "talosctl or kubectl, or Kubernetes manifests; then sum up which are covered"))
        .addOption(NodeOptions.talos())
        .addOption(NodeOptions.containerd())
        .addOption(NodeOptions.mode())
        .addOption(NodeOptions.imageCache());
  }

  private static void output(CommandSpec spec) {
    spec.addOption(
            Specs.repeated(
                "--what-if",
                "HOST=ANSWER",
                "show what happens when a host answers down, 404, 401, 500 or html; HOST is host and "
                    + "port, the beginning of a URL, or upstream; may be repeated"))
        .addOption(NodeOptions.format())
        .addOption(
            Specs.value(
                "--fail-on",
                "WHAT",
                "egress: exit with 1 when any image can leave for its upstream; never (the default)"))
        .addOption(Specs.value("--color", "WHEN", "auto (the default), always or never"));
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    TraceOptions options = options(arguments);
    KnownVersions.note(options.target().talos(), io);
    return new TraceRun(options, io).run();
  }

  private static TraceOptions options(ParseResult arguments) throws UsageException {
    List<String> images = arguments.matchedPositionalValue(0, List.<String>of());
    String from = arguments.matchedOptionValue("--images-from", (String) null);
    List<String> configs = arguments.matchedOptionValue("--config", List.<String>of());
    List<String> patches = arguments.matchedOptionValue("--patch", List.<String>of());
    if (configs.isEmpty()) {
      throw new UsageException("say which configuration to trace by: --config PATH");
    }
    if (images.isEmpty() && from == null) {
      throw new UsageException("name an image to trace, or give --images-from FILE");
    }
    List<String> paths = new ArrayList<>(configs);
    paths.addAll(patches);
    if (from != null) {
      paths.add(from);
    }
    refuseOddPaths(paths);
    return new TraceOptions(
        images,
        from,
        configs,
        patches,
        LintCommand.target(arguments),
        arguments.hasMatchedOption("--image-cache"),
        whatIf(arguments.matchedOptionValue("--what-if", List.<String>of())),
        format(arguments.matchedOptionValue("--format", "text")),
        failsOnEgress(arguments.matchedOptionValue("--fail-on", "never")),
        Color.of(arguments.matchedOptionValue("--color", "auto")));
  }

  /** Refuses paths that are empty, and standard input where somebody else reads it already. */
  static void refuseOddPaths(List<String> paths) throws UsageException {
    int stdins = 0;
    for (String path : paths) {
      if (path.isEmpty()) {
        throw new UsageException("a path is empty; an unset variable, perhaps");
      }
      stdins += path.equals(STDIN) ? 1 : 0;
    }
    if (stdins > 1) {
      throw new UsageException("standard input can be read once, so - can be given once");
    }
  }

  private static Map<String, Answer> whatIf(List<String> written) throws UsageException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String each : written) {
      int equals = each.lastIndexOf('=');
      Answer answer = equals < 1 ? null : Answer.of(each.substring(equals + 1));
      if (answer == null) {
        throw new UsageException(
            "--what-if takes HOST=ANSWER with one of "
                + String.join(", ", Answer.WORDS)
                + " (HOST may be "
                + WhatIf.UPSTREAM
                + "), not '"
                + each
                + "'");
      }
      answers.put(each.substring(0, equals), answer);
    }
    return answers;
  }

  static TraceFormat format(String word) throws UsageException {
    TraceFormat format = TraceFormat.named(word);
    if (format == null) {
      throw UsageException.noneOf("--format", word, TraceFormat.WORDS);
    }
    return format;
  }

  private static boolean failsOnEgress(String word) throws UsageException {
    return switch (word) {
      case "egress" -> true;
      case "never" -> false;
      default -> throw UsageException.noneOf("--fail-on", word, List.of("egress", "never"));
    };
  }
}
