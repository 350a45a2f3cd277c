package dev.regwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.diff.Comparison;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.SourceFile;
import dev.regwright.trace.Tracer;
import dev.regwright.trace.input.TalosInput;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffReportsTest {
  private static final String BEFORE =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: ghcr.io
      endpoints:
        - url: http://u:Sup3rSecret@m.example
      """;
  private static final String AFTER =
      BEFORE
          + """
          ---
          apiVersion: v1alpha1
          kind: RegistryTLSConfig
          name: m.example
          insecureSkipVerify: true
          """;

  private static Tracer node(String name, String yaml) {
    TalosInput input = new TalosInput(Target.talos(TalosVersion.of("1.14")));
    assertThat(input.add(SourceFile.of(name, yaml))).isTrue();
    return input.tracer(false);
  }

  private static String report(TraceFormat format) throws IOException {
    Comparison comparison =
        Comparison.of(node("old.yaml", BEFORE), node("new.yaml", AFTER), List.of());
    StringBuilder out = new StringBuilder();
    DiffReports.write(format, comparison, new DiffNames("old.yaml", "new\u001B.yaml"), false, out);
    assertThat(out.toString()).doesNotContain("Sup3rSecret", "\u001B", "unnamed.registry");
    return out.toString();
  }

  @Test
  void textShowsBothPullersWhenTheyDiffer() throws IOException {
    assertThat(report(TraceFormat.TEXT))
        .contains(
            """
            ghcr.io
              machined (installer, kubelet, etcd, extensions)
              - http://m.example/v2   mirror    no auth  plain HTTP
                  endpoint 1 of the mirror ghcr.io (old.yaml:5)
            """)
        .contains(
            "  + ✗ the pull fails: TLS config specified for non-HTTPS registry: \"m.example\"\n",
            "  reach: can leave for its upstream → cannot be pulled\n");
  }

  @Test
  void markdownIsATable() throws IOException {
    assertThat(report(TraceFormat.MARKDOWN))
        .contains(
            "\n## ghcr.io\n",
            "| `-` | `http://m.example/v2` | mirror | no auth | plain HTTP | ",
            "- the pull now fails: `TLS config specified for non-HTTPS registry: \"m.example\"`\n",
            "\n**Reboot: no**; ");
  }

  @Test
  void jsonHasItsKeys() throws IOException {
    JsonNode json = new ObjectMapper().readTree(report(TraceFormat.JSON));
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("old", "new", "same", "apply", "registries", "unmatched");
    assertThat(json.get("registries").get(0).get("registry").asText()).isEqualTo("*");
    JsonNode ghcr = find(json);
    assertThat(ghcr.fieldNames())
        .toIterable()
        .containsExactly("registry", "image", "same", "machined", "cri");
    JsonNode machined = ghcr.get("machined");
    assertThat(machined.fieldNames())
        .toIterable()
        .containsExactly("same", "requests", "what", "error", "reach");
    assertThat(machined.get("error").get("old").isNull()).isTrue();
    assertThat(machined.get("error").get("new").asText()).startsWith("TLS config specified");
    JsonNode gone = machined.get("requests").get(0);
    assertThat(gone.get("change").asText()).isEqualTo("vanishes");
    assertThat(gone.get("new").isNull()).isTrue();
    assertThat(gone.get("old").get("from").get("line").asInt()).isEqualTo(5);
  }

  private static JsonNode find(JsonNode json) {
    for (JsonNode each : json.get("registries")) {
      if (each.get("registry").asText().equals("ghcr.io")) {
        return each;
      }
    }
    throw new AssertionError("ghcr.io");
  }
}
