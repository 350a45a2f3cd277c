package dev.regwright.trace;

import dev.regwright.containerd.CriFile;
import dev.regwright.containerd.FileView;
import dev.regwright.containerd.TalosHostsToml;
import dev.regwright.containerd.TalosHostsTree;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.ImageParse;
import dev.regwright.model.ImageReference;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells where images are pulled from. Each registry is worked out once and remembered; not for
 * several threads at a time.
 */
public final class Tracer {
  private final @Nullable Puller machined;
  private final Puller cri;
  private final NodeFacts facts;
  private final Map<String, Routes> known = new HashMap<>();

  private record Routes(@Nullable Route machined, Route cri, List<String> differences) {}

  private Tracer(@Nullable Puller machined, Puller cri, NodeFacts facts) {
    this.machined = machined;
    this.cri = cri;
    this.facts = facts;
  }

  /**
   * For a node with a configuration.
   *
   * @param imageCache whether Talos's image cache is ready
   * @param sources where the parts of the configuration stand
   */
  public static Tracer ofTalos(
      RegistryConfig config, Target target, boolean imageCache, Sources sources) {
    TalosHostsTree tree = TalosHostsTree.of(config, target.talos(), imageCache);
    RegistryConfig effective = imageCache ? TalosHostsTree.withImageCache(config) : config;
    TalosOrigins origins =
        new TalosOrigins(effective, imageCache, target.talos(), sources, tree.error());
    return new Tracer(
        new MachinedPuller(effective, imageCache, target.talos(), sources),
        new CriPuller(
            tree.view(),
            List.of(TalosHostsToml.ROOT),
            target.containerd(),
            origins,
            Territory.of(effective)),
        NodeFacts.ofTalos(effective, target, tree));
  }

  /**
   * For a node with directories of hosts.toml files.
   *
   * @param roots the directories, as paths on the node
   * @param cri containerd's own configuration, for its credentials, or null
   */
  public static Tracer ofHosts(
      FileView files, List<String> roots, ContainerdVersion containerd, @Nullable CriFile cri) {
    FileOrigins origins = new FileOrigins(cri);
    return new Tracer(
        null,
        new CriPuller(files, roots, containerd, origins, Territory.unknown()),
        NodeFacts.ofHosts(files, roots, containerd, origins));
  }

  /** The version of containerd that pulls for pods. */
  public ContainerdVersion containerd() {
    return facts.containerd();
  }

  /** What there is to know about the node, whatever image is pulled. */
  public NodeFacts facts() {
    return facts;
  }

  /** Whether Talos itself pulls too. */
  public boolean hasMachined() {
    return machined != null;
  }

  /** Traces an image; any text gives an answer. */
  public Trace trace(String image) {
    if (!(ImageReference.parse(image) instanceof ImageParse.Ok ok)) {
      return broken(image, (ImageParse.Failed) ImageReference.parse(image));
    }
    ImageReference reference = ok.image();
    Routes routes = known.computeIfAbsent(reference.registry(), this::routes);
    PullerTrace.Target target =
        new PullerTrace.Target(
            "/" + reference.repository() + "/manifests/" + reference.object(),
            "?ns=" + Texts.queryEscaped(reference.registry()),
            reference.tag() != null);
    return new Trace(
        reference.toString(),
        reference.registry(),
        routes.machined == null ? null : PullerTrace.of(routes.machined, target),
        PullerTrace.of(routes.cri, target),
        routes.differences);
  }

  private Trace broken(String image, ImageParse.Failed failed) {
    String shown = Texts.maskedImage(image);
    String error = failed.error();
    int repeats = shown.equals(image) ? -1 : error.indexOf('(');
    PullerTrace refused =
        PullerTrace.failing(
            "failed to parse image reference "
                + Texts.quote(shown)
                + ": "
                + (repeats < 0 ? error : error.substring(0, repeats).strip()));
    return new Trace(shown, null, machined == null ? null : refused, refused, List.of());
  }

  private Routes routes(String registry) {
    Puller talos = machined;
    Route first = talos == null ? null : talos.route(registry);
    Route second = cri.route(registry);
    return new Routes(
        first, second, first == null ? List.of() : Differences.between(first, second));
  }
}
