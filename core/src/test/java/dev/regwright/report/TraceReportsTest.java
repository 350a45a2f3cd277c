package dev.regwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.SourceFile;
import dev.regwright.trace.Answer;
import dev.regwright.trace.Scenario;
import dev.regwright.trace.Tracer;
import dev.regwright.trace.WhatIf;
import dev.regwright.trace.input.TalosInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceReportsTest {
  private static final String CONFIG =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
        - url: https://harbor.example/v2/hub
          overridePath: true
      ---
      apiVersion: v1alpha1
      kind: RegistryAuthConfig
      name: docker.io
      username: robot
      password: Sup3rSecret
      ---
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: ghcr.io
      endpoints:
        - url: https://u:Sup3rSecret@harbor.example
      skipFallback: true
      ---
      apiVersion: v1alpha1
      kind: RegistryTLSConfig
      name: harbor.example
      insecureSkipVerify: true
      """;

  private static Tracer tracer() {
    TalosInput input = new TalosInput(Target.talos(TalosVersion.of("1.14")));
    assertThat(input.add(SourceFile.of("c.yaml", CONFIG))).isTrue();
    Tracer tracer = input.tracer(false);
    assertThat(input.refused()).isEmpty();
    assertThat(input.invalid()).isEmpty();
    return tracer;
  }

  private static List<Scenario> scenarios(String... images) {
    Tracer tracer = tracer();
    List<Scenario> scenarios = new ArrayList<>();
    for (String image : images) {
      scenarios.add(Scenario.of(tracer.trace(image)));
    }
    return scenarios;
  }

  private static String report(TraceFormat format, List<Scenario> scenarios, boolean coverage) {
    try {
      StringBuilder out = new StringBuilder();
      TraceReports.write(format, scenarios, coverage, false, out);
      assertThat(out.toString()).doesNotContain("Sup3rSecret");
      return out.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void textShowsBothPullersAndWhereTheyDiffer() {
    assertThat(report(TraceFormat.TEXT, scenarios("nginx"), false))
        .isEqualTo(
            """
            docker.io/library/nginx:latest
              machined (installer, kubelet, etcd, extensions)
               1   https://harbor.example/v2/hub/library/nginx/manifests/latest?ns=docker.io  mirror    no auth            unverified (c.yaml:23)
                   endpoint 1 of the mirror docker.io (c.yaml:5)
               2   https://registry-1.docker.io/v2/library/nginx/manifests/latest             upstream  no auth            TLS
                   fallback: the mirror docker.io does not skip it (c.yaml:3)
              CRI (pods; hosts directory docker.io)
               1   https://harbor.example/v2/hub/library/nginx/manifests/latest?ns=docker.io  mirror    no auth            unverified (c.yaml:23)
                   endpoint 1 of the mirror docker.io (c.yaml:5)
               2   https://registry-1.docker.io/v2/library/nginx/manifests/latest             upstream  basic (c.yaml:10)  TLS
                   fallback: the mirror docker.io does not skip it (c.yaml:3)
              They differ
                - registry-1.docker.io: machined has no credentials, CRI has a user name and a password; credentials named docker.io are for pods only, those named registry-1.docker.io for both

            """);
  }

  @Test
  void textTellsOnceWhatBothDo() {
    assertThat(report(TraceFormat.TEXT, scenarios("ghcr.io/a/b:1"), false))
        .isEqualTo(
            """
            ghcr.io/a/b:1
              machined and CRI (system images and pods; hosts directory ghcr.io)
               1   https://harbor.example/v2/a/b/manifests/1?ns=ghcr.io  mirror  no auth  unverified (c.yaml:23)
                   endpoint 1 of the mirror ghcr.io (c.yaml:18)
                   the user name and password in its URL are not used

            """);
  }

  @Test
  void textSumsUpWhatIsCovered() {
    assertThat(
            report(TraceFormat.TEXT, scenarios("ghcr.io/a:1", "ghcr.io/b:1", "q.io/c", "%"), true))
        .startsWith("ghcr.io/a:1 and one more image of ghcr.io\n  machined and CRI")
        .endsWith(
            """
            Coverage
              ✓ ghcr.io/a:1    served by a mirror          harbor.example
              ✓ ghcr.io/b:1    served by a mirror          harbor.example
              ! q.io/c:latest  can leave for its upstream  q.io
              ✗ %              cannot be pulled            failed to parse image reference "%": invalid reference format

            4 images: 2 served by a mirror, 1 can leave for its upstream, 1 cannot be pulled.
            """);
  }

  @Test
  void textShowsWhatHappensIf() {
    Tracer tracer = tracer();
    WhatIf down = new WhatIf(Map.of("harbor.example", Answer.DOWN), tracer.containerd());
    String text =
        report(
            TraceFormat.TEXT,
            List.of(down.of(tracer.trace("ghcr.io/a:1")), down.of(tracer.trace("nginx"))),
            true);
    assertThat(text)
        .contains(
            "   1 ✗ https://harbor.example/v2/a/manifests/1?ns=ghcr.io  mirror  no auth  unver")
        .contains("       does not answer: the next host is asked\n")
        .contains("    ✗ the pull fails: failed to do request: Head \"https://harbor.example/v2/a/")
        .contains("   2 ✓ https://registry-1.docker.io/v2/library/nginx/manifests/latest ")
        .contains("       the image comes from here\n")
        .contains("2 images: 1 can leave for its upstream, 1 cannot be pulled.\n");
    WhatIf html = new WhatIf(Map.of("harbor.example", Answer.HTML), tracer.containerd());
    assertThat(report(TraceFormat.TEXT, List.of(html.of(tracer.trace("nginx"))), false))
        .contains("no other host is asked, the pull fails\n", "       not reached\n");
  }

  @Test
  void jsonKeepsItsContract() throws IOException {
    JsonNode array =
        new ObjectMapper().readTree(report(TraceFormat.JSON, scenarios("nginx", "%"), false));
    JsonNode image = array.get(0);
    assertThat(fields(image)).containsExactly("image", "registry", "machined", "cri");
    assertThat(image.get("image").asText()).isEqualTo("docker.io/library/nginx:latest");
    assertThat(fields(image.get("machined"))).containsExactly("requests", "error");
    assertThat(fields(image.get("cri"))).containsExactly("requests", "hosts_dir", "error");
    assertThat(image.get("cri").get("hosts_dir").asText()).isEqualTo("docker.io");
    assertThat(image.get("cri").get("error").isNull()).isTrue();
    JsonNode request = image.get("cri").get("requests").get(0);
    assertThat(request.toString())
        .isEqualTo(
            "{\"url\":\"https://harbor.example/v2/hub/library/nginx/manifests/latest?ns=docker.io\","
                + "\"scheme\":\"https\",\"host\":\"harbor.example\",\"path\":\"/v2/hub\","
                + "\"capabilities\":[\"pull\",\"resolve\"],\"auth\":\"none\",\"auth_from\":null,"
                + "\"tls\":{\"ca\":false,\"client\":false,\"skip_verify\":true},\"role\":\"mirror\","
                + "\"from\":{\"path\":\"c.yaml\",\"line\":5},"
                + "\"notes\":[\"endpoint 1 of the mirror docker.io\"]}");
    JsonNode upstream = image.get("cri").get("requests").get(1);
    assertThat(upstream.get("auth").asText()).isEqualTo("basic");
    assertThat(upstream.get("auth_from").asText()).isEqualTo("c.yaml:10");
    assertThat(upstream.get("role").asText()).isEqualTo("upstream");
    JsonNode broken = array.get(1);
    assertThat(broken.get("registry").isNull()).isTrue();
    assertThat(broken.get("cri").get("requests")).isEmpty();
    assertThat(broken.get("cri").get("error").asText()).contains("invalid reference format");
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void markdownHasATableAndADiagram() {
    assertThat(report(TraceFormat.MARKDOWN, scenarios("ghcr.io/a/b:1"), false))
        .isEqualTo(
            """
            ## `ghcr.io/a/b:1`

            **machined and CRI** (system images and pods; hosts directory ghcr.io)

            | | request | role | auth | TLS | why |
            |---|---|---|---|---|---|
            | 1 | `https://harbor.example/v2/a/b/manifests/1?ns=ghcr.io` | mirror | no auth | unverified (c.yaml:23) | endpoint 1 of the mirror ghcr.io (c.yaml:18)<br>the user name and password in its URL are not used |

            ```mermaid
            flowchart LR
              image["ghcr.io/a/b:1"]
              host1["https://harbor.example/v2"]
              image --> |machined| host1
              image --> |CRI| host1
            ```
            """);
  }

  @Test
  void markdownLetsNothingOutOfItsCells() {
    String text = report(TraceFormat.MARKDOWN, scenarios("<b>|`x`|\"y\""), true);
    assertThat(text).contains("| `<b>\\|'x'\\|\"y\"` |").doesNotContain("```");
  }
}
