package dev.regwright.cli;

import dev.regwright.containerd.HostsDirectoryWriter;
import dev.regwright.convert.HostsProfile;
import dev.regwright.run.Choices;
import dev.regwright.run.HostsOptions;
import dev.regwright.run.UsageException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options about how hosts.toml directories are written. */
final class HostsArguments {
  private HostsArguments() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
            Specs.value(
                "--profile",
                "PROFILE",
                "how to write hosts.toml: containerd (the default: every version from 1.6 on reads it "
                    + "the same way) or talos (the bytes Talos writes)"))
        .addOption(
            Specs.value(
                "--cri-part", "FILE", "with --profile talos: where to write the credentials"))
        .addOption(
            Specs.flag(
                "with --profile talos: as if Talos's image cache were ready", "--image-cache"))
        .addOption(
            Specs.value(
                "--hosts-root",
                "DIR",
                "where the hosts.toml directories will lie on the node; by default "
                    + HostsDirectoryWriter.ROOT))
        .addOption(
            Specs.flag(
                "remove hosts.toml directories of registries that are not configured any more",
                "--prune"));
  }

  static HostsOptions of(ParseResult arguments) throws UsageException {
    String word = arguments.matchedOptionValue("--profile", HostsProfile.CONTAINERD.word());
    HostsOptions options =
        new HostsOptions(
            Choices.profile("--profile", word),
            arguments.matchedOptionValue("--cri-part", (String) null),
            arguments.hasMatchedOption("--image-cache"),
            arguments.hasMatchedOption("--prune"),
            arguments.matchedOptionValue("--hosts-root", HostsDirectoryWriter.ROOT));
    options.check();
    return options;
  }
}
