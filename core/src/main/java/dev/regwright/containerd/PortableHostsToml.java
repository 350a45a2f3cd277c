package dev.regwright.containerd;

import dev.regwright.toml.TomlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes hosts.toml in the form that every containerd from 1.6 on reads the same way: keys at the
 * top first, their header table next, then each host followed at once by its own header table; host
 * tables as headers only, and an empty {@code [host]} when there is no host. It writes what it is
 * given; {@link Portability} makes that portable.
 */
public final class PortableHostsToml {
  private static final String EMPTY_HOST_TABLE = "[host]\n";

  private PortableHostsToml() {}

  /** The text of the file; never empty. */
  public static String write(HostsToml content) {
    StringBuilder out = new StringBuilder();
    HostTable server = content.server();
    if (!server.url().isEmpty()) {
      line("", "server", TomlText.basic(server.url()), out);
    }
    settings(server, "", out);
    header(server, "header", "", out);
    for (HostTable host : content.hosts()) {
      String name = "host." + name(host.url());
      separate(out);
      out.append('[').append(name).append("]\n");
      settings(host, "  ", out);
      header(host, name + ".header", "  ", out);
    }
    if (content.hosts().isEmpty()) {
      separate(out);
      out.append(EMPTY_HOST_TABLE);
    }
    return out.toString();
  }

  /** 1.x takes escapes in the name of a table as they stand, so single quotes where need be. */
  private static String name(String url) {
    boolean plain = url.indexOf('"') < 0 && url.indexOf('\\') < 0;
    return plain ? TomlText.basic(url) : TomlText.string(url);
  }

  private static void separate(StringBuilder out) {
    if (out.length() > 0) {
      out.append('\n');
    }
  }

  private static void settings(HostTable host, String indent, StringBuilder out) {
    Set<Capability> capabilities = host.capabilities();
    if (capabilities != null && !capabilities.isEmpty()) {
      line(
          indent, "capabilities", list(capabilities.stream().map(Capability::label).toList()), out);
    }
    if (host.ca().size() == 1) {
      line(indent, "ca", TomlText.basic(host.ca().get(0)), out);
    } else if (!host.ca().isEmpty()) {
      line(indent, "ca", list(host.ca()), out);
    }
    if (!host.client().isEmpty()) {
      line(indent, "client", client(host.client()), out);
    }
    if (host.skipVerify() != null) {
      line(indent, "skip_verify", host.skipVerify().toString(), out);
    }
    if (host.overridePath()) {
      line(indent, "override_path", "true", out);
    }
    if (host.dialTimeout() != null) {
      line(indent, "dial_timeout", TomlText.basic(duration(host.dialTimeout())), out);
    }
  }

  private static void line(String indent, String key, String value, StringBuilder out) {
    out.append(indent).append(key).append(" = ").append(value).append('\n');
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(TomlText::basic).toList()) + "]";
  }

  private static String client(List<ClientFiles> client) {
    List<String> items = new ArrayList<>();
    for (ClientFiles files : client) {
      items.add(
          files.key() == null
              ? TomlText.basic(files.certificate())
              : list(List.of(files.certificate(), files.key())));
    }
    return "[" + String.join(", ", items) + "]";
  }

  /** The largest unit without a fraction, as Go reads it. */
  private static String duration(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos % 1_000_000_000L == 0) {
      return nanos / 1_000_000_000L + "s";
    }
    return nanos % 1_000_000L == 0 ? nanos / 1_000_000L + "ms" : nanos + "ns";
  }

  private static void header(HostTable host, String name, String indent, StringBuilder out) {
    if (host.header().isEmpty()) {
      return;
    }
    separate(out);
    out.append(indent).append('[').append(name).append("]\n");
    for (Map.Entry<String, List<String>> entry : host.header().entrySet()) {
      String key =
          TomlText.isBare(entry.getKey()) ? entry.getKey() : TomlText.basic(entry.getKey());
      line(indent + indent, key, list(entry.getValue()), out);
    }
  }
}
