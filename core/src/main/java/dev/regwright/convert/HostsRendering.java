package dev.regwright.convert;

import dev.regwright.containerd.HostsDirectoryWriter;
import dev.regwright.containerd.HostsLoss;
import dev.regwright.containerd.TalosCriPart;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import dev.regwright.talos.FlagLoss.Part;
import dev.regwright.yaml.ByteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as a directory of hosts.toml directories.
 *
 * @param files with paths of two parts, such as {@code docker.io/hosts.toml}
 * @param criPart credentials for containerd's CRI plugin; null when there are none, or when the
 *     profile has no place for them
 * @param losses what the files do not say
 * @param refusals why nothing, or not all, can be written
 */
public record HostsRendering(
    List<OutputFile> files,
    @Nullable OutputFile criPart,
    List<Finding> losses,
    List<Finding> refusals) {
  /** Copies the lists. */
  public HostsRendering {
    files = List.copyOf(files);
    losses = List.copyOf(losses);
    refusals = List.copyOf(refusals);
  }

  /**
   * Writes a configuration in the portable form.
   *
   * @param root where the files will lie on the machine that pulls, an absolute path
   */
  public static HostsRendering portable(RegistryConfig config, String root, Places places) {
    return of(HostsDirectoryWriter.portable(config, root), places);
  }

  /**
   * Writes a configuration as Talos does.
   *
   * @param imageCache whether the node's image cache is ready
   * @param criPart whether the CRI part is written, too; credentials are a loss otherwise
   */
  public static HostsRendering talos(
      RegistryConfig config,
      TalosVersion talos,
      boolean imageCache,
      boolean criPart,
      Places places) {
    HostsDirectoryWriter.Result result = HostsDirectoryWriter.talos(config, talos, imageCache);
    HostsRendering rendering = of(result, places);
    if (criPart) {
      return rendering;
    }
    List<Finding> losses = new ArrayList<>(rendering.losses);
    for (String host : config.auths().keySet()) {
      losses.add(
          ConvertRules.LOSS
              .finding(
                  places.of(Part.AUTH, host, -1), "lost: hosts.toml has no place for credentials")
              .withHelp("--cri-part FILE writes them for containerd's CRI plugin"));
    }
    return new HostsRendering(rendering.files, null, losses, rendering.refusals);
  }

  private static HostsRendering of(HostsDirectoryWriter.Result result, Places places) {
    List<OutputFile> files = new ArrayList<>();
    result.files().forEach((path, bytes) -> files.add(new OutputFile(path, ByteText.of(bytes))));
    List<Finding> losses = new ArrayList<>();
    for (HostsLoss loss : result.losses()) {
      losses.add(ConvertRules.LOSS.finding(place(loss, places), loss.what()));
    }
    List<Finding> refusals = new ArrayList<>();
    for (HostsLoss loss : result.refused()) {
      refusals.add(ConvertRules.REFUSED.finding(place(loss, places), loss.what()));
    }
    if (result.error() != null) {
      refusals.add(
          ConvertRules.REFUSED
              .finding(places.of(Part.MIRROR, "", -1), "Talos writes no files at all")
              .withUpstream(result.error()));
    }
    String criPart = result.criPart();
    return new HostsRendering(
        files, criPart == null ? null : OutputFile.of(criPart), losses, refusals);
  }

  private static Span place(HostsLoss loss, Places places) {
    Part part =
        switch (loss.part()) {
          case MIRROR -> Part.MIRROR;
          case AUTH -> Part.AUTH;
          case TLS -> Part.TLS;
        };
    return places.of(part, loss.name(), loss.endpoint());
  }

  /** The CRI part alone, with everything it has no place for as losses. */
  static Rendered criPart(RegistryConfig config, TalosVersion talos, Places places) {
    HostsDirectoryWriter.Result result = HostsDirectoryWriter.talos(config, talos, false);
    List<Finding> losses = new ArrayList<>();
    for (String name : config.mirrors().keySet()) {
      losses.add(elsewhere(places.of(Part.MIRROR, name, -1), "mirrors"));
    }
    for (String name : config.tls().keySet()) {
      losses.add(elsewhere(places.of(Part.TLS, name, -1), "TLS settings"));
    }
    String text = result.criPart() == null ? TalosCriPart.write(Map.of()) : result.criPart();
    return new Rendered(List.of(OutputFile.of(text)), losses, List.of());
  }

  private static Finding elsewhere(Span span, String what) {
    return ConvertRules.LOSS
        .finding(span, "lost: the CRI part holds credentials only, and no " + what)
        .withHelp(
            "--to hosts-toml writes the directories, and --cri-part FILE this part beside them");
  }

  /** Paths only: contents may be secret. */
  @Override
  public String toString() {
    return files.toString();
  }
}
