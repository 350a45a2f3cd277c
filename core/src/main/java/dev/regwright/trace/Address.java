package dev.regwright.trace;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.ImageReference;
import dev.regwright.model.Secrets;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and path of a puller, and what Go's HTTP client makes of them.
 *
 * @param prefix the URL before the repository, as it is sent
 * @param unsent why it is not, or null
 */
record Address(String scheme, String host, String path, String prefix, @Nullable String unsent) {

  static Address of(String scheme, String host, String written, UrlRules rules) {
    String path = masked(written);
    String clean = GoPath.clean("/" + path);
    String raw = scheme + "://" + host + (clean.equals("/") ? "" : clean);
    if (!(EndpointUrl.parse(raw, rules) instanceof UrlParse.Ok ok)) {
      UrlParse.Failed failed = (UrlParse.Failed) EndpointUrl.parse(raw, rules);
      return new Address(scheme, host, path, raw, Secrets.refusal(raw, failed, UrlRules.GO_1_26));
    }
    EndpointUrl url = ok.url();
    String unsent = null;
    if (!url.scheme().equals("http") && !url.scheme().equals("https")) {
      unsent = "unsupported protocol scheme " + Texts.quote(url.scheme());
    } else if (url.host().isEmpty()) {
      unsent = "http: no Host in request URL";
    }
    return new Address(scheme, host, path, url.goString(), unsent);
  }

  /** A broken URL may have its user name and password in its path. */
  private static String masked(String path) {
    int at = path.lastIndexOf('@');
    int slash = path.lastIndexOf('/', at);
    return at < 0 ? path : path.substring(0, slash + 1) + "***" + path.substring(at);
  }

  /**
   * Whether requests name the registry: not those to the registry itself ({@code
   * RegistryHost.isProxy} of {@code core/remotes/docker/registry.go}).
   */
  boolean namespaced(String registry) {
    return !host.equals(registry) && !isHub(registry);
  }

  private boolean isHub(String registry) {
    return registry.equals(ImageReference.HUB) && host.equals(ImageReference.HUB_HOST);
  }

  Role role(String registry) {
    boolean itself = host.equals(registry) || host.equals(ImageReference.upstreamOf(registry));
    return itself ? Role.UPSTREAM : Role.MIRROR;
  }
}
