package dev.regwright.cli;

import dev.regwright.model.ImageParse;
import dev.regwright.model.ImageReference;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.run.Color;
import dev.regwright.run.Io;
import dev.regwright.run.KnownVersions;
import dev.regwright.run.Targets;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright diff}. */
final class DiffCommand implements Command {
  private static final String OLD = "--talos-old";
  private static final String NEW = "--talos-new";
  private static final String PATCH = "--patch";
  private static final String PATCH_OLD = "--patch-old";
  private static final String PATCH_NEW = "--patch-new";

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
            "  regwright diff node.yaml --patch-new mirrors.yaml",
            "  regwright diff /etc/containerd/certs.d certs.d.new");
    spec.addPositional(
        Specs.arguments(
            "PATH",
            "the old and the new configuration: a Talos configuration, a directory of them, a "
                + "directory of hosts.toml, or - for standard input; one alone is compared with "
                + "itself across versions or patches"));
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
        .addOption(patch(PATCH, "both sides"))
        .addOption(patch(PATCH_OLD, "the old side only"))
        .addOption(patch(PATCH_NEW, "the new side only"))
        .addOption(NodeOptions.talos())
        .addOption(Specs.value(OLD, "VERSION", "the Talos version of the old side only"))
        .addOption(Specs.value(NEW, "VERSION", "the Talos version of the new side only"))
        .addOption(NodeOptions.containerd())
        .addOption(NodeOptions.mode())
        .addOption(NodeOptions.imageCache())
        .addOption(NodeOptions.format())
        .addOption(Specs.value("--color", "WHEN", "auto (the default), always or never"));
  }

  private static OptionSpec patch(String option, String where) {
    return Specs.repeated(option, "FILE", "apply a patch to " + where + " first; may be repeated");
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    DiffOptions options = options(arguments);
    TalosVersion before = options.before().target().talos();
    TalosVersion after = options.after().target().talos();
    KnownVersions.note(before, io);
    if (!after.equals(before)) {
      KnownVersions.note(after, io);
    }
    return new DiffRun(options, io).run();
  }

  private static DiffOptions options(ParseResult arguments) throws UsageException {
    List<String> paths = arguments.matchedPositionalValue(0, List.<String>of());
    if (paths.size() > 2 || paths.isEmpty() || (paths.size() == 1 && !sidesDiffer(arguments))) {
      throw new UsageException(
          "name the old and the new configuration, or one with --talos-old, --talos-new, "
              + "--patch-old or --patch-new");
    }
    DiffSide before = side(arguments, paths.get(0), OLD, PATCH_OLD);
    DiffSide after = side(arguments, paths.get(paths.size() - 1), NEW, PATCH_NEW);
    List<String> all = new ArrayList<>(before.paths());
    all.addAll(after.paths());
    TraceCommand.refuseOddPaths(all);
    return new DiffOptions(
        before,
        after,
        images(arguments.matchedOptionValue("--image", List.<String>of())),
        arguments.hasMatchedOption("--image-cache"),
        TraceCommand.format(arguments.matchedOptionValue("--format", "text")),
        Color.of(arguments.matchedOptionValue("--color", "auto")));
  }

  private static boolean sidesDiffer(ParseResult arguments) {
    for (String option : List.of(OLD, NEW, PATCH_OLD, PATCH_NEW)) {
      if (arguments.hasMatchedOption(option)) {
        return true;
      }
    }
    return false;
  }

  private static DiffSide side(
      ParseResult arguments, String path, String versionOption, String patchOption)
      throws UsageException {
    List<String> patches = new ArrayList<>();
    patches.addAll(arguments.matchedOptionValue(PATCH, List.<String>of()));
    patches.addAll(arguments.matchedOptionValue(patchOption, List.<String>of()));
    return new DiffSide(
        path,
        patches,
        target(
            LintCommand.target(arguments),
            arguments.hasMatchedOption("--containerd"),
            versionOption,
            arguments.matchedOptionValue(versionOption, (String) null)));
  }

  /** With each Talos comes its containerd, unless one was named. */
  private static Target target(
      Target target, boolean containerd, String option, @Nullable String version)
      throws UsageException {
    if (version == null) {
      return target;
    }
    Target other = Target.talos(Targets.talos(option, version));
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
