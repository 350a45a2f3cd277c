package dev.regwright.containerd;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the content of a hosts.toml such that every containerd from 1.6 on does the same with it,
 * and keeps account of what had to change.
 */
public final class Portability {
  private static final Set<Capability> OLD_CAPABILITIES =
      Set.of(Capability.PULL, Capability.RESOLVE, Capability.PUSH);

  private final List<Change> changes = new ArrayList<>();

  private Portability() {}

  /**
   * What came of it.
   *
   * @param hosts the portable content
   * @param changes what is not as it was, in order
   */
  public record Result(HostsToml hosts, List<Change> changes) {
    /** Copies the list. */
    public Result {
      changes = List.copyOf(changes);
    }
  }

  /**
   * One thing that is not as it was.
   *
   * @param url the URL of the host, without what may be secret; empty for the upstream
   * @param what what was done and why, without a full stop
   * @param loss whether some version now does something else than it would have done
   */
  public record Change(String url, String what, boolean loss) {}

  /** Makes content portable. Paths of files must already be absolute. */
  public static Result of(HostsToml content) {
    Portability work = new Portability();
    HostTable server = work.server(content.server());
    List<HostTable> hosts = new ArrayList<>();
    Map<String, HostTable> seen = new HashMap<>();
    for (HostTable host : content.hosts()) {
      HostTable portable = work.host(host);
      HostTable before = portable == null ? null : seen.putIfAbsent(portable.url(), portable);
      if (portable != null && before == null) {
        hosts.add(portable);
      } else if (before != null) {
        boolean same = before.equals(portable);
        work.note(host, "left out a second table of the same host", !same);
      }
    }
    return new Result(new HostsToml(server, hosts), work.changes);
  }

  private void note(HostTable host, String what, boolean loss) {
    changes.add(new Change(host.toString(), what, loss));
  }

  private @Nullable HostTable host(HostTable host) {
    HostTable portable = url(host);
    if (portable == null) {
      return null;
    }
    if (portable.url().contains("[")) {
      note(host, "kept, but containerd 1.x drops a file with an IPv6 address in a table", true);
    }
    HostTable able = capabilities(portable);
    return able == null ? null : settings(able);
  }

  private HostTable server(HostTable server) {
    if (server.url().isEmpty()) {
      HostTable rest = server.withCapabilities(null).withOverridePath(false);
      if (!rest.equals(server)) {
        note(server, "left out capabilities and override_path, which mean nothing here", false);
      }
      return settings(rest.withUrl(""));
    }
    HostTable portable = url(server);
    if (portable == null) {
      return HostTable.of("");
    }
    HostTable able = capabilities(portable);
    return settings(able == null ? portable.withCapabilities(OLD_CAPABILITIES) : able);
  }

  /** Scheme, host and cleaned path; null when containerd could not ask the host anyway. */
  private @Nullable HostTable url(HostTable host) {
    String written = host.url().startsWith("http") ? host.url() : "https://" + host.url();
    UrlParse parse = EndpointUrl.parse(written, UrlRules.GO_1_26);
    if (!(parse instanceof UrlParse.Ok ok) || !isPortable(ok.url())) {
      note(host, "left out, because not every version can read its URL", true);
      return null;
    }
    EndpointUrl url = ok.url();
    String path = url.path().isEmpty() ? "" : GoPath.clean(url.path());
    String portable = url.scheme() + "://" + url.host() + (path.equals("/") ? "" : path);
    if (!portable.equals(host.url())) {
      note(host, "written as " + portable, false);
    }
    return host.withUrl(portable);
  }

  private static boolean isPortable(EndpointUrl url) {
    boolean web = url.scheme().equals("http") || url.scheme().equals("https");
    return web
        && !url.host().isEmpty()
        && !url.host().endsWith(":")
        && isPlain(url.host())
        && isPlain(url.path());
  }

  /** Printable ASCII that means nothing to TOML or to a URL. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"'\\%?#<>^`{|}".indexOf(c) < 0);
  }

  private @Nullable HostTable capabilities(HostTable host) {
    Set<Capability> all = host.capabilities();
    if (all == null) {
      note(host, "capabilities spelled out, without referrers", false);
      return host.withCapabilities(OLD_CAPABILITIES);
    }
    Set<Capability> old = EnumSet.noneOf(Capability.class);
    all.stream().filter(OLD_CAPABILITIES::contains).forEach(old::add);
    if (old.isEmpty()) {
      note(host, "left out, because containerd before 2.2 has none of its capabilities", true);
      return null;
    }
    if (old.size() < all.size()) {
      note(host, "left out referrers, for which containerd before 2.2 drops the file", true);
    }
    return host.withCapabilities(old);
  }

  private HostTable settings(HostTable host) {
    HostTable result = host;
    boolean plain = host.url().startsWith("http://");
    if (plain && (host.hasTls() || host.dialTimeout() != null)) {
      note(
          host,
          "left out its TLS settings and timeout: with them some versions try HTTPS first",
          true);
      return host.withTls(List.of(), List.of(), null).withDialTimeout(null);
    }
    if (Boolean.FALSE.equals(host.skipVerify())) {
      result = result.withTls(host.ca(), host.client(), null);
    }
    if (host.dialTimeout() != null) {
      note(host, "containerd before 2.0.7 ignores its dial_timeout", true);
    }
    List<ClientFiles> client = new ArrayList<>();
    for (ClientFiles files : host.client()) {
      boolean noKey = files.key() != null && files.key().isEmpty();
      client.add(noKey ? new ClientFiles(files.certificate(), null) : files);
    }
    return result.withTls(result.ca(), client, result.skipVerify());
  }
}
