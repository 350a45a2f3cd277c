package dev.regwright.containerd;

import dev.regwright.toml.TomlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes hosts.toml byte for byte as Talos does: go-toml's quotes and indents, one {@code [host]}
 * line, and nothing at all for nothing. Talos knows capabilities, one CA, one client certificate,
 * {@code override_path} and {@code skip_verify}; anything else of a host is not written.
 */
public final class TalosHostsToml {
  /** Where Talos keeps the directories of all registries. */
  public static final String ROOT = "/etc/cri/conf.d/hosts";

  private TalosHostsToml() {}

  /** The text of the file; empty when there is neither server nor host. */
  public static String write(HostsToml content) {
    StringBuilder out = new StringBuilder();
    HostTable server = content.server();
    if (!server.url().isEmpty()) {
      out.append("server = ").append(TomlText.string(server.url())).append('\n');
    }
    settings(server, "", out);
    for (int i = 0; i < content.hosts().size(); i++) {
      HostTable host = content.hosts().get(i);
      out.append(i == 0 ? "[host]\n" : "");
      out.append("  [host.").append(TomlText.key(host.url())).append("]\n");
      settings(host, "    ", out);
    }
    return out.toString();
  }

  private static void settings(HostTable host, String indent, StringBuilder out) {
    Set<Capability> capabilities = host.capabilities();
    if (capabilities != null && !capabilities.isEmpty()) {
      line(indent, "capabilities", strings(capabilities), out);
    }
    if (host.overridePath()) {
      line(indent, "override_path", "true", out);
    }
    if (!host.ca().isEmpty()) {
      line(indent, "ca", TomlText.string(host.ca().get(0)), out);
    }
    if (!host.client().isEmpty()) {
      line(indent, "client", pairs(host.client()), out);
    }
    if (Boolean.TRUE.equals(host.skipVerify())) {
      line(indent, "skip_verify", "true", out);
    }
  }

  private static void line(String indent, String key, String value, StringBuilder out) {
    out.append(indent).append(key).append(" = ").append(value).append('\n');
  }

  private static String strings(Set<Capability> capabilities) {
    List<String> words = new ArrayList<>();
    capabilities.forEach(c -> words.add(TomlText.string(c.label())));
    return "[" + String.join(", ", words) + "]";
  }

  private static String pairs(List<ClientFiles> client) {
    List<String> pairs = new ArrayList<>();
    for (ClientFiles files : client) {
      pairs.add("[" + text(files.certificate()) + ", " + text(files.key()) + "]");
    }
    return "[" + String.join(", ", pairs) + "]";
  }

  private static String text(@Nullable String path) {
    return TomlText.string(path == null ? "" : path);
  }
}
