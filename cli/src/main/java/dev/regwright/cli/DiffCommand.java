package dev.regwright.cli;

import dev.regwright.model.ImageParse;
import dev.regwright.model.ImageReference;
import dev.regwright.model.Target;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright diff}. */
final class DiffCommand implements Command {
  private static final String STDIN = "-";
  private static final String OLD = "--talos-old";
  private static final String NEW = "--talos-new";

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String purpose() {
    return "Compare two configurations by what they make nodes do, and tell whether that takes a reboot";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            this,
            "[OPTIONS] OLD [NEW]",
            "  regwright diff old.yaml new.yaml",
            "  git show HEAD:node.yaml | regwright diff - node.yaml --format markdown",
            "  regwright diff node.yaml --talos-old 1.11 --talos-new 1.14",
            "  regwright diff /etc/containerd/certs.d certs.d.new");
    spec.addPositional(
        Specs.arguments(
            "PATH",
            "the old and the new configuration: a Talos configuration, a directory of them, a "
                + "directory of hosts.toml, or - for standard input; one alone is compared with "
                + "itself across versions"));
    options(spec);
    spec.addOption(Specs.help());
    Specs.exitCodes(
        spec,
        "nodes do the same",
        "nodes do something else",
        "a mistake on the command line",
        "one side could not be read, or Talos would refuse it");
    return spec;
  }

  private static void options(CommandSpec spec) {
    spec.addOption(
            Specs.repeated(
                "--image",
                "IMAGE",
                "compare this image too, such as nginx:1.29; may be repeated. Every registry "
                    + "either side names and the usual ones are compared anyway"))
        .addOption(NodeOptions.talos())
        .addOption(Specs.value(OLD, "VERSION", "the Talos version of the old side only"))
        .addOption(Specs.value(NEW, "VERSION", "the Talos version of the new side only"))
        .addOption(NodeOptions.containerd())
        .addOption(NodeOptions.mode())
        .addOption(NodeOptions.imageCache())
        .addOption(NodeOptions.format())
        .addOption(Specs.value("--color", "WHEN", "auto (the default), always or never"));
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    DiffOptions options = options(arguments);
    LintCommand.noteUnknownVersion(options.oldTarget().talos(), io);
    if (!options.newTarget().talos().equals(options.oldTarget().talos())) {
      LintCommand.noteUnknownVersion(options.newTarget().talos(), io);
    }
    return new DiffRun(options, io).run();
  }

  private static DiffOptions options(ParseResult arguments) throws UsageException {
    List<String> paths = arguments.matchedPositionalValue(0, List.<String>of());
    boolean versions = arguments.hasMatchedOption(OLD) || arguments.hasMatchedOption(NEW);
    if (paths.size() > 2 || paths.isEmpty() || (paths.size() == 1 && !versions)) {
      throw new UsageException(
          "name the old and the new configuration, or one with --talos-old and --talos-new");
    }
    String before = paths.get(0);
    String after = paths.get(paths.size() - 1);
    if (before.isEmpty() || after.isEmpty()) {
      throw new UsageException("a path is empty; an unset variable, perhaps");
    }
    if (before.equals(STDIN) && after.equals(STDIN)) {
      throw new UsageException("standard input can be read once, so it can be one side only");
    }
    Target target = LintCommand.target(arguments);
    boolean containerd = arguments.hasMatchedOption("--containerd");
    return new DiffOptions(
        before,
        after,
        target(target, containerd, OLD, arguments.matchedOptionValue(OLD, (String) null)),
        target(target, containerd, NEW, arguments.matchedOptionValue(NEW, (String) null)),
        images(arguments.matchedOptionValue("--image", List.<String>of())),
        arguments.hasMatchedOption("--image-cache"),
        TraceCommand.format(arguments.matchedOptionValue("--format", "text")),
        Color.of(arguments.matchedOptionValue("--color", "auto")));
  }

  /** With each Talos comes its containerd, unless one was named. */
  private static Target target(
      Target target, boolean containerd, String option, @Nullable String version)
      throws UsageException {
    if (version == null) {
      return target;
    }
    Target other = Target.talos(LintCommand.talosVersion(option, version));
    other = other.withMode(target.mode());
    return containerd ? other.withContainerd(target.containerd()) : other;
  }

  private static List<String> images(List<String> images) throws UsageException {
    for (String image : images) {
      if (ImageReference.parse(image) instanceof ImageParse.Failed failed) {
        throw new UsageException("--image takes an image such as nginx:1.29; " + failed.error());
      }
    }
    return images;
  }
}
