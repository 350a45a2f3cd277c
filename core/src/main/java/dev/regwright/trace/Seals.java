package dev.regwright.trace;

import dev.regwright.containerd.ClientFiles;
import dev.regwright.containerd.FileView;
import dev.regwright.containerd.FileView.Found;
import dev.regwright.containerd.ResolvedHost;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a host's settings cannot be shown, and still makes a difference. */
final class Seals {
  private final FileView files;

  Seals(FileView files) {
    this.files = files;
  }

  /** The certificates and keys in the files a host names. */
  Sealed tls(ResolvedHost host) {
    if (host.ca().isEmpty() && host.client().isEmpty()) {
      return Sealed.NOTHING;
    }
    StringBuilder ca = new StringBuilder();
    for (String path : host.ca()) {
      ca.append(content(path)).append('\n');
    }
    StringBuilder certificates = new StringBuilder();
    StringBuilder keys = new StringBuilder();
    for (ClientFiles client : host.client()) {
      certificates.append(content(client.certificate())).append('\n');
      keys.append(client.key() == null ? "" : content(client.key())).append('\n');
    }
    return Sealed.ofTls(
        ca.toString().strip(), certificates.toString().strip(), keys.toString().strip());
  }

  /** The text of a file; of one that cannot be read its path has to stand for it. */
  private String content(String path) {
    return files.read(path) instanceof Found<byte[]> found
        ? new String(found.value(), StandardCharsets.ISO_8859_1)
        : path;
  }

  /** Headers, but for the one that logs in, and how long to wait. */
  static Sealed more(ResolvedHost host) {
    SortedMap<String, String> values = new TreeMap<>();
    for (Map.Entry<String, List<String>> header : host.header().entrySet()) {
      if (!header.getKey().equalsIgnoreCase("Authorization")) {
        values.put(
            "header " + header.getKey().toLowerCase(Locale.ROOT),
            String.join("\n", header.getValue()));
      }
    }
    if (host.dialTimeout() != null) {
      values.put("connection timeout", host.dialTimeout().toString());
    }
    return Sealed.of(values);
  }
}
