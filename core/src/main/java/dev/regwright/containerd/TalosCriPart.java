package dev.regwright.containerd;

import dev.regwright.toml.TomlText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code 01-registries.part} byte for byte as Talos does. */
public final class TalosCriPart {
  private static final String REGISTRY =
      "plugins." + TomlText.key(CriSection.IMAGES.id()) + ".registry";

  /** As Go sorts strings. */
  private static final Comparator<String> BY_BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private TalosCriPart() {}

  /**
   * The text of the part.
   *
   * @param credentials by registry; those of {@code docker.io} go to the host that Hub's images
   *     come from, unless that has its own
   */
  public static String write(Map<String, CriCredentials> credentials) {
    StringBuilder out = new StringBuilder();
    out.append("[plugins]\n");
    out.append("  [plugins.").append(TomlText.key(CriSection.IMAGES.id())).append("]\n");
    out.append("    [").append(REGISTRY).append("]\n");
    out.append("      config_path = ").append(TomlText.string(TalosHostsToml.ROOT)).append("\n\n");
    out.append("      [").append(REGISTRY).append(".configs]\n");
    boolean first = true;
    for (Map.Entry<String, CriCredentials> entry : byHost(credentials).entrySet()) {
      out.append(first ? "" : "\n");
      first = false;
      host(REGISTRY + ".configs." + TomlText.key(entry.getKey()), entry.getValue(), out);
    }
    return out.toString();
  }

  private static Map<String, CriCredentials> byHost(Map<String, CriCredentials> credentials) {
    Map<String, CriCredentials> sorted = new TreeMap<>(BY_BYTES);
    sorted.putAll(credentials);
    Map<String, CriCredentials> byHost = new TreeMap<>(BY_BYTES);
    sorted.forEach((registry, c) -> byHost.put(HostBuilder.defaultHost(registry), c));
    return byHost;
  }

  private static void host(String table, CriCredentials credentials, StringBuilder out) {
    out.append("        [").append(table).append("]\n");
    out.append("          [").append(table).append(".auth]\n");
    line("username", credentials.username(), out);
    line("password", credentials.password(), out);
    line("auth", credentials.auth(), out);
    line("identitytoken", credentials.identityToken(), out);
  }

  private static void line(String key, String value, StringBuilder out) {
    out.append("            ")
        .append(key)
        .append(" = ")
        .append(TomlText.string(value))
        .append('\n');
  }
}
