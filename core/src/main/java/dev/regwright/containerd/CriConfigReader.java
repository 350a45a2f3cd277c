package dev.regwright.containerd;

import dev.regwright.model.Auth;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.Tls;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import dev.regwright.source.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the old {@code mirrors}, {@code configs} and {@code auths} of a containerd configuration as
 * a configuration ({@code registryEndpoints} and {@code registryHosts} of {@code
 * internal/cri/server/images/image_pull.go}).
 */
public final class CriConfigReader {
  private static final String V2 = "/v2";

  private final CriFile file;
  private final FileView files;
  private final List<Finding> losses = new ArrayList<>();

  private CriConfigReader(CriFile file, FileView files) {
    this.file = file;
    this.files = files;
  }

  /**
   * What was read.
   *
   * @param config the configuration; credentials are in it
   * @param losses what the configuration does not say, each where it is written
   */
  public record Result(RegistryConfig config, List<Finding> losses) {
    /** Copies the list. */
    public Result {
      losses = List.copyOf(losses);
    }
  }

  /**
   * Reads the section that counts.
   *
   * @param files where the certificates lie that it names
   */
  public static Result read(CriFile file, FileView files) {
    return new CriConfigReader(file, files).run();
  }

  private Result run() {
    CriRegistry registry = file.registry().orElse(null);
    if (registry == null) {
      return new Result(new RegistryConfig(Map.of(), Map.of(), Map.of()), losses);
    }
    Map<String, Mirror> mirrors = new LinkedHashMap<>();
    for (CriMirror mirror : registry.mirrors()) {
      mirrors.put(mirror.registry().value(), mirror(mirror));
    }
    Map<String, Auth> auths = new LinkedHashMap<>();
    Map<String, Tls> tls = new LinkedHashMap<>();
    for (CriHost host : registry.configs()) {
      String name = host.host().value();
      if (host.auth() != null) {
        auths.put(name, auth(name, host.auth()));
      }
      if (host.tls() != null) {
        tls(name, host, tls);
      }
    }
    for (CriHost host : registry.auths()) {
      String name = hostOf(host.host().value());
      if (host.auth() != null) {
        auths.putIfAbsent(name, auth(name, host.auth()));
      }
    }
    return new Result(new RegistryConfig(mirrors, auths, tls), losses);
  }

  /** The upstream comes last, unless an endpoint has its very name. */
  private Mirror mirror(CriMirror mirror) {
    String registry = mirror.registry().value();
    List<Endpoint> endpoints = new ArrayList<>();
    boolean self = false;
    for (Setting<String> written : mirror.endpoints()) {
      String text = schemed(written.value());
      if (EndpointUrl.parse(text, UrlRules.GO_1_25) instanceof UrlParse.Ok ok) {
        endpoints.add(endpoint(ok.url(), text, written.at()));
        self |= ok.url().host().equals(registry);
      } else {
        lose(written.at(), "an endpoint whose URL does not parse, with which every pull fails");
      }
    }
    return new Mirror(registry, endpoints, self ? Boolean.TRUE : null);
  }

  private static String schemed(String url) {
    boolean bare = !url.contains("://");
    String host = bare && url.indexOf('/') >= 0 ? url.substring(0, url.indexOf('/')) : url;
    return bare ? (HostPort.of(host).isLocal() ? "http://" : "https://") + url : url;
  }

  /** The path is used as it stands, and {@code /v2} only where there is none at all. */
  private Endpoint endpoint(EndpointUrl url, String text, TextRange at) {
    if (url.userInfo() != null || !url.rawQuery().isEmpty() || !url.fragment().isEmpty()) {
      lose(at, "user name, password, query and fragment of the URL");
    }
    String base = url.scheme() + "://" + url.host();
    if (url.host().isEmpty()) {
      lose(at, "nothing yet, but containerd finds no host in this URL");
      return Endpoint.of(text);
    }
    if (url.path().equals("/")) {
      lose(at, "the slash at the end, for which requests went out without /v2");
    }
    if (url.path().isEmpty() || url.path().equals("/")) {
      return Endpoint.of(base);
    }
    String path = GoPath.clean(url.path());
    return new Endpoint(base + path, path.endsWith(V2) ? null : Boolean.TRUE);
  }

  private static Auth auth(String name, CriAuth auth) {
    return new Auth(
        name,
        text(auth.username()),
        text(auth.password()),
        text(auth.auth()),
        text(auth.identityToken()));
  }

  private void tls(String name, CriHost host, Map<String, Tls> all) {
    CriTls tls = host.tls();
    boolean known = file.version().major() < 2;
    if (tls == null || !known) {
      lose(host.host().at(), "TLS settings, which containerd 2 ignores");
      return;
    }
    CertificateFiles certificates =
        new CertificateFiles(files, file.span(host.host().at()), losses);
    String ca = text(tls.caFile());
    String certificate = text(tls.certFile());
    String key = text(tls.keyFile());
    ClientIdentity client =
        certificate == null || key == null
            ? null
            : certificates.client(List.of(new ClientFiles(certificate, key)));
    Boolean skip = tls.insecureSkipVerify() == null ? null : tls.insecureSkipVerify().value();
    all.put(name, new Tls(name, client, ca == null ? null : certificates.ca(List.of(ca)), skip));
  }

  /** The keys of {@code auths} are URLs. */
  private static String hostOf(String url) {
    String rest = url.substring(url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3);
    return rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'));
  }

  private static @Nullable String text(@Nullable Setting<String> setting) {
    return setting == null || setting.value().isEmpty() ? null : setting.value();
  }

  private void lose(TextRange at, String what) {
    losses.add(HostsDirectoryReader.LOSS.finding(file.span(at), "lost: " + what));
  }
}
