package dev.regwright.preset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product that mirrors registries: what its endpoints look like, what it cannot do, and what it
 * needs on its own side. {@link Presets} lists them.
 */
public abstract sealed class Preset
    permits Acr,
        Artifactory,
        Cloudsmith,
        Distribution,
        Ecr,
        Gar,
        GitLab,
        Harbor,
        MirrorGcr,
        Nexus,
        PlainHttp,
        Pulp,
        Quay,
        Spegel,
        TalosImageCache,
        Zot {
  private final String id;
  private final String title;
  private final List<PresetOption> options;

  Preset(String id, String title, PresetOption... options) {
    this.id = id;
    this.title = title;
    this.options = List.of(options);
  }

  /** The word users choose it by. */
  public final String id() {
    return id;
  }

  /** What it is, in a few words. */
  public final String title() {
    return title;
  }

  /** What it can be told beyond host and upstreams. */
  public final List<PresetOption> options() {
    return options;
  }

  /**
   * Whether one endpoint can stand for every registry, as the mirror {@code *}: only products that
   * look at the {@code ns} parameter know which registry an image is from.
   */
  public boolean servesEveryRegistry() {
    return false;
  }

  /** Makes the configuration, or says why not. Never throws. */
  public final PresetResult generate(PresetRequest request) {
    return new Generation(this, request).result();
  }

  /** How its upstreams are told apart. */
  abstract Layout layout(Options options);

  /** What to do on the server and about credentials; TLS is added. */
  abstract List<Hint> hints(Plan plan);

  /** What users of just this configuration should know. */
  List<String> notes(Plan plan) {
    return List.of();
  }

  /** The scheme of a host without one. */
  String scheme() {
    return "https";
  }

  /** The host that need not be given, or null. */
  @Nullable String ownHost() {
    return null;
  }

  /** Refuses hosts the product is never found at. */
  void check(Host host) throws RefusedException {}

  /** The upstreams that need not be given. */
  List<String> usualUpstreams(Host host) {
    return List.of(servesEveryRegistry() ? "*" : Upstreams.COMMON);
  }

  /** Why it cannot mirror that registry, or null. Never asked about {@code *}. */
  @Nullable String cannotServe(Upstream upstream) {
    return null;
  }

  /** The place of an upstream that is given none. Not asked where places are ports. */
  String usualPlace(Upstream upstream, Options options) {
    return upstream.dashed();
  }

  /** Whether one place may hold several upstreams. */
  boolean joinsUpstreams() {
    return false;
  }

  /** Whether nodes must not ask the registry itself in any case. */
  boolean replacesUpstream() {
    return false;
  }

  /** Why nodes must be able to fall back to the registry itself, or null. */
  @Nullable String needsFallback() {
    return null;
  }

  /** Whether its certificates are of a public authority. */
  boolean isPublicService() {
    return false;
  }
}
