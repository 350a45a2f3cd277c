package dev.regwright.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.containerd.TalosHostsToml;
import dev.regwright.containerd.TalosHostsTree;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosReader;
import dev.regwright.testing.Agreement;
import dev.regwright.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both pullers, held against what Talos's resolver and containerd answered, entry for entry. */
class PullersAgreeTest {
  private static final TalosVersion TALOS = TalosVersion.of("1.15.0-alpha.0");
  private static final ContainerdVersion CONTAINERD =
      ContainerdVersion.parse("2.3.3").orElseThrow();

  @Test
  void answersAsTalosAndContainerdDo() {
    Agreement agreement = new Agreement("talos-runtime");
    int hosts = 0;
    for (JsonNode record : TestData.jsonLines("upstream/talos-runtime-cases.jsonl.gz")) {
      String name = record.get("name").asText();
      Map<String, String> recorded = recorded(record.get("output").asText());
      boolean cache = record.get("args").toString().contains("\"cache\"");
      Answers answers = new Answers(record.get("input").asText(), cache);
      for (Map.Entry<String, String> host : recorded.entrySet()) {
        String answer = answers.of(host.getKey());
        boolean same = answer.equals(host.getValue());
        agreement.count(
            name + "@" + host.getKey(), same ? "" : "\n" + answer + "for\n" + host.getValue());
        hosts++;
      }
      if (recorded.isEmpty()) {
        agreement.count(name, ""); // credentials only: held against the CRI part elsewhere
      }
    }
    assertThat(hosts).isGreaterThan(70);
    assertThat(agreement.finish()).isEmpty();
  }

  /** The lines about each image host, without logs; blanks made single. */
  private static Map<String, String> recorded(String output) {
    Map<String, String> hosts = new LinkedHashMap<>();
    String host = null;
    for (String line : output.split("\n", -1)) {
      if (line.startsWith("host ")) {
        host = line.substring("host ".length());
        hosts.put(host, "");
      } else if (host != null && !line.startsWith("level=") && !line.isBlank()) {
        hosts.merge(host, line.strip().replaceAll(" +", " ") + "\n", String::concat);
      }
    }
    return hosts;
  }

  /** What our pullers answer, in the words of the recording. */
  private static final class Answers {
    private final Puller machined;
    private final Puller cri;

    Answers(String input, boolean cache) {
      SourceFile source = SourceFile.of("c.yaml", input.getBytes(StandardCharsets.UTF_8));
      RegistryConfig config =
          EffectiveConfig.of(TalosReader.read(source, TALOS, FileRole.CONFIG)).config();
      RegistryConfig effective = cache ? TalosHostsTree.withImageCache(config) : config;
      machined = new MachinedPuller(effective, cache, TALOS, Sources.NONE);
      TalosHostsTree tree = TalosHostsTree.of(config, TALOS, cache);
      cri =
          new CriPuller(
              tree.view(),
              List.of(TalosHostsToml.ROOT),
              CONTAINERD,
              new TalosOrigins(effective, cache, TALOS, Sources.NONE, tree.error()),
              Territory.of(effective));
    }

    String of(String registry) {
      return lines("machined", machined.route(registry)) + lines("CRI", cri.route(registry));
    }

    private static String lines(String puller, Route route) {
      if (route.error() != null) {
        return puller + " ERROR: " + route.error() + "\n";
      }
      if (route.hops().isEmpty()) {
        return puller + " (no hosts)\n";
      }
      StringBuilder lines = new StringBuilder();
      for (Hop hop : route.hops()) {
        List<String> flags = new ArrayList<>();
        flags.add(puller);
        flags.add(hop.scheme() + "://" + hop.host() + hop.basePath());
        flags.add("[" + String.join(",", hop.capabilities()) + "]");
        // behind the fallback transport the recorder could not see the settings
        if (hop.tls().skipVerify() && !hop.httpFallback()) {
          flags.add("skipVerify");
        }
        if (hop.tls().client()) {
          flags.add("clientCert");
        }
        if (hop.tls().ca()) {
          flags.add("customCA");
        }
        if (hop.httpFallback()) {
          flags.add("transport=*docker.httpFallback");
        }
        lines.append(String.join(" ", flags)).append('\n');
      }
      return lines.toString();
    }
  }
}
