package dev.regwright.containerd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.containerd.HostsLoss.Part;
import dev.regwright.model.Auth;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosReader;
import dev.regwright.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portable files make every containerd ask what Talos's own resolver asks. */
class PortableDirectoriesTest {
  private static final List<ContainerdVersion> VERSIONS =
      Stream.of("1.6.39", "1.7.31", "1.7.34", "2.0.11", "2.1", "2.2.7", "2.3.4", "2.4")
          .map(v -> ContainerdVersion.parse(v).orElseThrow())
          .toList();

  /** A recorded configuration, and by registry the URLs Talos's resolver asks. */
  private record Case(String name, RegistryConfig config, Map<String, List<String>> asked) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return TestData.jsonLines("upstream/talos-runtime-cases.jsonl.gz").stream()
        .filter(record -> !record.get("args").toString().contains("\"cache\""))
        .map(PortableDirectoriesTest::read);
  }

  private static Case read(JsonNode record) {
    SourceFile source = SourceFile.of("a.yaml", record.get("input").asText());
    RegistryConfig config =
        EffectiveConfig.of(TalosReader.read(source, TalosVersion.of("1.14"), FileRole.AUTO))
            .config();
    Map<String, List<String>> asked = new TreeMap<>();
    List<String> urls = new ArrayList<>();
    for (String line : record.get("output").asText().lines().toList()) {
      if (line.startsWith("host ")) {
        urls = new ArrayList<>();
        asked.put(line.substring(5), urls);
      } else if (line.startsWith("  machined ")) {
        urls.add(joined(line.substring(11).replaceAll(" \\[.*", "")));
      }
    }
    asked.values().removeIf(list -> !list.stream().allMatch(u -> u.matches("https?://[^/].*")));
    asked.keySet().removeIf(host -> host.startsWith("localhost") || host.startsWith("127."));
    return new Case(record.get("name").asText(), config, asked);
  }

  /** The base path as requests have it, which are joined to it. */
  private static String joined(String url) {
    return url.replaceAll("(?<!:)//", "/").replaceAll("/$", "");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyVersionAsksWhatTheConfigurationSays(Case each) {
    HostsDirectoryWriter.Result result =
        HostsDirectoryWriter.portable(each.config, HostsDirectoryWriter.ROOT);
    assumeThat(result.losses()).noneMatch(loss -> loss.part() == Part.MIRROR);
    assumeThat(result.refused()).isEmpty();
    FileView view = FileView.of(HostsDirectoryWriter.ROOT, result.files());
    each.asked.forEach(
        (registry, urls) -> {
          for (ContainerdVersion version : VERSIONS) {
            Resolution resolution =
                HostResolver.resolve(view, List.of(HostsDirectoryWriter.ROOT), registry, version);
            assertThat(resolution.hosts().stream().map(ResolvedHost::url).distinct())
                .as("%s for %s: %s", registry, version, resolution.error())
                .containsExactlyElementsOf(urls.stream().distinct().toList());
            assertThat(resolution.findings())
                .as(registry + " for " + version)
                .noneMatch(finding -> finding.stage() == Stage.LOAD);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readingBackAndWritingAgainChangesNothing(Case each) {
    String root = HostsDirectoryWriter.ROOT;
    HostsDirectoryWriter.Result first = HostsDirectoryWriter.portable(each.config, root);
    HostsDirectoryReader.Result read =
        HostsDirectoryReader.read(
            FileView.of(root, first.files()), root, ContainerdVersion.parse("2.3").orElseThrow());
    HostsDirectoryWriter.Result second = HostsDirectoryWriter.portable(read.config(), root);
    Map<String, String> expected = texts(first);
    expected.values().removeIf(text -> text.equals("[host]\n")); // they say nothing by themselves
    assertThat(texts(second)).containsAllEntriesOf(expected);
  }

  /** An upstream that has become an endpoint is not pushed to; Talos never pushes. */
  private static Map<String, String> texts(HostsDirectoryWriter.Result result) {
    Map<String, String> texts = new TreeMap<>();
    result
        .files()
        .forEach(
            (path, bytes) ->
                texts.put(
                    path, new String(bytes, StandardCharsets.UTF_8).replace(", \"push\"", "")));
    return texts;
  }

  private static RegistryConfig mirrors(Mirror... mirrors) {
    return RegistryConfig.of(List.of(mirrors), List.of(), List.of());
  }

  private static Mirror mirror(String name) {
    return new Mirror(name, List.of(Endpoint.of("https://m.example.org")), null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../x", "/etc", "a/b", "a\\b", "a\0b", "a\nb", " ", "a b", "/"})
  void hostileNamesAreRefused(String name) {
    RegistryConfig config =
        RegistryConfig.of(
            List.of(mirror(name), mirror("ok.io")),
            List.of(),
            List.of(new Tls(name, null, "x", true)));
    for (HostsDirectoryWriter.Result result :
        List.of(
            HostsDirectoryWriter.portable(config, "/r"),
            HostsDirectoryWriter.talos(config, TalosVersion.of("1.14"), false))) {
      assertThat(result.files().keySet()).containsExactly("ok.io/hosts.toml");
      assertThat(result.refused()).extracting(HostsLoss::name).containsExactly(name, name);
    }
  }

  @Test
  void twoNamesOfOneDirectoryAreNotMixed() {
    RegistryConfig config =
        mirrors(mirror("a:5000"), mirror("a_5000_"), mirror("*"), mirror("_default"));
    HostsDirectoryWriter.Result result = HostsDirectoryWriter.portable(config, "/r");
    assertThat(result.files().keySet())
        .containsExactly("_default/hosts.toml", "a_5000_/hosts.toml");
    assertThat(result.refused()).extracting(HostsLoss::name).containsExactly("a_5000_", "_default");
    assertThat(result.refused().get(0).what()).contains("a:5000");
  }

  @Test
  void certificatesOfHostsThatLookAlikeStayApart() {
    RegistryConfig config =
        RegistryConfig.of(
            List.of(
                new Mirror(
                    "r.io", List.of(Endpoint.of("https://a:1"), Endpoint.of("https://a_1")), null)),
            List.of(),
            List.of(new Tls("a:1", null, "one", null), new Tls("a_1", null, "two", null)));
    assertThat(texts(HostsDirectoryWriter.portable(config, "/r")).values()).contains("one", "two");
  }

  @Test
  void credentialsAreALossAndNeverShown() {
    RegistryConfig config =
        RegistryConfig.of(
            List.of(mirror("r.io")),
            List.of(new Auth("m.example.org", "robot", "hunter2", null, null)),
            List.of());
    HostsDirectoryWriter.Result portable = HostsDirectoryWriter.portable(config, "/r");
    assertThat(portable.losses()).extracting(HostsLoss::part).containsExactly(Part.AUTH);
    assertThat(texts(portable).toString() + portable).doesNotContain("hunter2");
    HostsDirectoryWriter.Result talos =
        HostsDirectoryWriter.talos(config, TalosVersion.of("1.14"), false);
    assertThat(talos.losses()).isEmpty();
    assertThat(talos.criPart()).contains("hunter2");
    assertThat(talos.toString()).doesNotContain("hunter2");
  }

  @Test
  void withoutEndpointsTheUpstreamCannotBeSwitchedOff() {
    HostsDirectoryWriter.Result result =
        HostsDirectoryWriter.portable(mirrors(new Mirror("r.io", List.of(), true)), "/r");
    assertThat(result.losses()).extracting(HostsLoss::name).containsExactly("r.io");
    assertThat(texts(result)).containsEntry("r.io/hosts.toml", "[host]\n");
  }

  @Test
  void theLastReadableEndpointClosesTheList() {
    Mirror mirror =
        new Mirror("r.io", List.of(Endpoint.of("https://a"), Endpoint.of("https://%zz")), true);
    HostsDirectoryWriter.Result result = HostsDirectoryWriter.portable(mirrors(mirror), "/r");
    assertThat(texts(result).get("r.io/hosts.toml")).startsWith("server = \"https://a\"\n");
    assertThat(result.losses()).extracting(HostsLoss::endpoint).containsExactly(1);
  }
}
