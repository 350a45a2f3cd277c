package dev.regwright.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.GoPath;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.UrlRules;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosReader;
import dev.regwright.testing.Agreement;
import dev.regwright.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every recorded answer of Talos's generators, and of containerd reading what they made: files,
 * sizes of certificates, errors, and the hosts asked.
 */
class TalosHostsConformanceTest {
  private static final Pattern FILE = Pattern.compile("--- hosts/(.*) \\((\\d+) bytes\\)");
  private static final Pattern HOST = Pattern.compile("  CRI      (\\S+) \\[([a-z,]*)\\](.*)");
  private static final String PART = "--- 01-registries.part";

  @Test
  void everyRecordAgrees() {
    Agreement agreement = new Agreement("talos-hosts");
    for (JsonNode record : TestData.jsonLines("upstream/talos-runtime-cases.jsonl.gz")) {
      agreement.count(record.get("name").asText(), difference(record));
    }
    assertThat(agreement.finish()).isEmpty();
  }

  private static String difference(JsonNode record) {
    boolean cache = record.get("args").toString().contains("\"cache\"");
    boolean quiet = record.get("args").toString().contains("\"-q\"");
    String output = record.get("output").asText();
    SourceFile source =
        SourceFile.of("a.yaml", record.get("input").asText().getBytes(StandardCharsets.UTF_8));
    TalosVersion version = TalosVersion.of("1.15.0-alpha.0");
    RegistryConfig config =
        EffectiveConfig.of(TalosReader.read(source, version, FileRole.AUTO)).config();
    TalosHostsTree tree = TalosHostsTree.of(config, version, cache);
    Recorded expected = Recorded.of(output);
    Recorded ours = new Recorded(shown(tree), tree.error(), tree.criPart(), asked(tree, expected));
    if (quiet) {
      return ours.hosts.equals(expected.hosts) ? "" : "expected " + expected + ", ours " + ours;
    }
    return ours.equals(expected) ? "" : "expected " + expected + ", ours " + ours;
  }

  /** Certificates are recorded by size only. */
  private static SortedMap<String, String> shown(TalosHostsTree tree) {
    SortedMap<String, String> shown = new TreeMap<>();
    tree.files()
        .forEach(
            (path, content) ->
                shown.put(
                    path,
                    content.length
                        + (path.endsWith("/hosts.toml")
                            ? "\n" + new String(content, StandardCharsets.UTF_8)
                            : "")));
    return shown;
  }

  /** Behind the fallback to HTTP the recorder saw no TLS settings. */
  private static Map<String, List<String>> asked(TalosHostsTree tree, Recorded expected) {
    Behaviour behaviour =
        Behaviour.of(ContainerdVersion.parse("2.3.3").orElseThrow()).withUrls(UrlRules.GO_1_26);
    Map<String, List<String>> asked = new TreeMap<>();
    for (String registry : expected.hosts.keySet()) {
      Resolution resolution =
          HostResolver.resolve(tree.view(), List.of(TalosHostsToml.ROOT), registry, behaviour);
      List<String> lines = new ArrayList<>();
      if (resolution.error() != null) {
        lines.add("ERROR: " + resolution.error());
      }
      for (ResolvedHost host : resolution.hosts()) {
        List<String> words = host.capabilities().stream().map(Capability::label).sorted().toList();
        lines.add(
            host.url()
                + " "
                + words
                + (host.httpFallback() ? " fallback" : "")
                + (host.skipVerify() && !host.httpFallback() ? " skipVerify" : "")
                + (host.client().isEmpty() || host.httpFallback() ? "" : " clientCert")
                + (host.ca().isEmpty() || host.httpFallback() ? "" : " customCA"));
      }
      asked.put(registry, lines);
    }
    return asked;
  }

  private record Recorded(
      SortedMap<String, String> files,
      String error,
      String criPart,
      Map<String, List<String>> hosts) {

    static Recorded of(String output) {
      SortedMap<String, String> files = new TreeMap<>();
      Map<String, List<String>> hosts = new TreeMap<>();
      String error = null;
      StringBuilder part = null;
      String file = null;
      String registry = null;
      for (String line : output.lines().toList()) {
        Matcher header = FILE.matcher(line);
        if (header.matches()) {
          file = GoPath.clean(header.group(1));
          boolean toml = file.endsWith("/hosts.toml");
          files.put(file, header.group(2) + (toml ? "\n" : ""));
        } else if (line.equals(PART)) {
          part = new StringBuilder();
        } else if (line.startsWith("host ")) {
          registry = line.substring(5);
          hosts.put(registry, new ArrayList<>());
        } else if (line.startsWith("GenerateHosts ERROR: ")) {
          error = line.substring(21);
        } else if (registry == null && part != null) {
          part.append(line).append('\n');
        } else if (registry == null && file != null) {
          files.merge(file, line + "\n", String::concat);
        } else if (line.startsWith("  CRI ")) {
          hosts.get(registry).add(asked(line));
        }
      }
      return new Recorded(files, error, part == null ? null : part.toString(), hosts);
    }

    private static String asked(String line) {
      Matcher host = HOST.matcher(line);
      return host.matches()
          ? host.group(1)
              + " ["
              + host.group(2).replace(",", ", ")
              + "]"
              + host.group(3).replace("transport=*docker.httpFallback", "fallback")
          : line.substring(11);
    }
  }
}
