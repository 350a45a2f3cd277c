package dev.regwright.cli;

import dev.regwright.model.TalosReleases;
import picocli.CommandLine.Model.OptionSpec;

/** Options about the node whose requests a command tells of. */
final class NodeOptions {
  private NodeOptions() {}

  static OptionSpec talos() {
    return Specs.value(
        "--talos",
        "VERSION",
        "the Talos version of the node, such as 1.13 or 1.13.4; by default "
            + TalosReleases.byDefault().minorText());
  }

  static OptionSpec containerd() {
    return Specs.value(
        "--containerd",
        "VERSION",
        "the containerd version that pulls for pods; by default the one Talos ships");
  }

  static OptionSpec mode() {
    return Specs.value(
        "--mode", "MODE", "judge the files as complete configurations: metal, cloud or container");
  }

  static OptionSpec imageCache() {
    return Specs.flag("Talos's image cache is ready on the node", "--image-cache");
  }

  static OptionSpec format() {
    return Specs.value("--format", "FORMAT", "text (the default), json or markdown");
  }
}
