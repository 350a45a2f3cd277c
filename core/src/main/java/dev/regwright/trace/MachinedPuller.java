package dev.regwright.trace;

import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.ImageReference;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.Secrets;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import dev.regwright.pki.KeyMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Talos itself, which pulls its installer, the kubelet, etcd and extensions: {@code
 * internal/pkg/containers/image/resolver.go}.
 */
final class MachinedPuller implements Puller {
  private static final String ALL = "*";
  private static final String V2 = "/v2";

  private final RegistryConfig config;
  private final boolean imageCache;
  private final TalosVersion version;
  private final UrlRules rules;
  private final List<String> capabilities;
  private final Sources sources;
  private final Credentials credentials;
  private final Territory territory;

  /**
   * A node's machined.
   *
   * @param config the configuration, the image cache included
   * @param imageCache whether the first endpoint of every mirror is the image cache
   */
  MachinedPuller(RegistryConfig config, boolean imageCache, TalosVersion version, Sources sources) {
    this.config = config;
    this.imageCache = imageCache;
    this.version = version;
    this.sources = sources;
    this.rules = TalosChange.STRICT_URL_COLONS.in(version) ? UrlRules.GO_1_26 : UrlRules.GO_1_25;
    this.capabilities =
        TalosChange.MACHINED_REFERRERS.in(version)
            ? List.of("pull", "referrers", "resolve")
            : List.of("pull", "resolve");
    this.credentials = new Credentials(config, sources, version);
    this.territory = Territory.of(config);
  }

  @Override
  public Route route(String registry) {
    Mirror mirror = config.mirror(registry);
    mirror = mirror == null ? config.mirror(ALL) : mirror;
    List<Hop> hops = new ArrayList<>();
    try {
      if (mirror != null) {
        for (int i = 0; i < mirror.endpoints().size(); i++) {
          hops.add(hop(registry, mirror.endpoints().get(i), endpoint(mirror, i)));
        }
      }
      if (mirror == null || fallsBack(mirror)) {
        Endpoint upstream = Endpoint.of("https://" + ImageReference.upstreamOf(registry));
        hops.add(hop(registry, upstream, upstream(mirror)));
      }
    } catch (PullException e) {
      return Route.failing(e.text());
    }
    return new Route(hops, null, null, List.of());
  }

  /** Before Talos 1.9 it never asked the registry behind a mirror. */
  private boolean fallsBack(Mirror mirror) {
    return !mirror.skipsFallback() && TalosChange.SKIP_FALLBACK.in(version);
  }

  private Cause endpoint(Mirror mirror, int index) {
    return Causes.endpoint(mirror, index, imageCache, sources);
  }

  private Cause upstream(@Nullable Mirror mirror) {
    return mirror == null
        ? Causes.NO_MIRROR
        : new Cause(
            "fallback: the mirror " + mirror.name() + " does not skip it",
            sources.mirror(mirror.name()));
  }

  private Hop hop(String registry, Endpoint endpoint, Cause cause) throws PullException {
    UrlParse parse = EndpointUrl.parse(endpoint.url(), rules);
    if (!(parse instanceof UrlParse.Ok ok)) {
      throw new PullException(
          "error parsing endpoint "
              + Texts.quote(Secrets.withoutUserInfo(endpoint.url()))
              + " for host "
              + Texts.quote(registry)
              + ": "
              + Secrets.refusal(endpoint.url(), (UrlParse.Failed) parse, UrlRules.GO_1_26));
    }
    EndpointUrl url = ok.url();
    TlsUse tls = tls(url);
    Address address = Address.of(url.scheme(), url.host(), path(url, endpoint), rules);
    Role role = address.role(registry);
    return new Hop(
        address.scheme(),
        address.host(),
        address.path(),
        address.prefix(),
        address.namespaced(registry),
        capabilities,
        false,
        credentials.machined(url.host()),
        tls,
        role,
        territory.leaves(role, url.host()),
        cause,
        address.unsent(),
        notes(url, tls),
        Sealed.NOTHING);
  }

  private static List<String> notes(EndpointUrl url, TlsUse tls) {
    List<String> notes = new ArrayList<>();
    if (tls.ca()) {
      notes.add("trusts the certificates of its ca only, not those every system trusts");
    }
    Causes.note(url, notes);
    return notes;
  }

  private TlsUse tls(EndpointUrl url) throws PullException {
    Tls tls = config.tls(url.host());
    if (tls == null) {
      return TlsUse.NONE;
    }
    if (!url.scheme().equals("https")) {
      throw new PullException(
          "TLS config specified for non-HTTPS registry: " + Texts.quote(url.host()));
    }
    if (tls.clientIdentity() != null) {
      String cert = tls.clientIdentity().cert();
      String key = tls.clientIdentity().key();
      KeyMatch match = KeyMatch.of(cert == null ? "" : cert, key == null ? "" : key);
      if (match.outcome() != KeyMatch.Outcome.MATCH) {
        throw new PullException(
            "error preparing TLS config for "
                + Texts.quote(url.host())
                + ": error parsing client identity: "
                + match.upstream());
      }
    }
    return new TlsUse(
        tls.ca() != null,
        tls.clientIdentity() != null,
        tls.skipsVerify(),
        sources.tls(url.host()),
        Sealed.ofTls(
            tls.ca(),
            tls.clientIdentity() == null ? null : tls.clientIdentity().cert(),
            tls.clientIdentity() == null ? null : tls.clientIdentity().key()));
  }

  /** {@code /v2} behind the path, unless it is there or the path is to be used as it is. */
  private String path(EndpointUrl url, Endpoint endpoint) {
    if (url.path().isEmpty()) {
      return endpoint.overridesPath() ? "" : V2;
    }
    String clean = GoPath.clean(url.path());
    boolean asIs = endpoint.overridesPath() || !TalosChange.OVERRIDE_PATH.in(version);
    return asIs || clean.endsWith(V2) ? clean : clean + V2;
  }
}
