package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SARIF of whole runs, held against the schema of OASIS that the test dependency sarif4j holds; the
 * findings of every rule are held against it in the library's own tests.
 */
class LintSarifTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA = "/json/sarif-schema-2.1.0.json";

  @TempDir private Path dir;

  /** The results of a run, whose report must be valid. */
  private JsonNode results(int exitCode, Object... arguments) throws IOException {
    Path file = dir.resolve("out.sarif");
    List<Object> words = new ArrayList<>(List.of("lint", "--format", "sarif=" + file));
    words.addAll(Arrays.asList(arguments));
    Run run = Run.of(words.toArray());
    assertThat(run.code()).as(run.err()).isEqualTo(exitCode);
    JsonNode report = JSON.readTree(Files.readString(file));
    try (InputStream in = LintSarifTest.class.getResourceAsStream(SCHEMA)) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(VersionFlag.V7)
              .getSchema(
                  in, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
      assertThat(schema.validate(report)).isEmpty();
    }
    assertThat(report.at("/runs/0/tool/driver/version").asText()).isNotEmpty();
    return report.at("/runs/0/results");
  }

  @Test
  void ofFilesAndOfNothing() throws IOException {
    Path empty = Files.createDirectories(dir.resolve("empty"));
    assertThat(results(ExitCode.CLEAN, empty)).isEmpty();
    Samples.write(dir, "a b/clean.yaml", Samples.CLEAN);
    assertThat(results(ExitCode.CLEAN, dir.resolve("a b"))).isEmpty();
    Samples.write(dir, "a b/ö.yaml", Samples.BROKEN);

    JsonNode results = results(ExitCode.FINDINGS, dir.resolve("a b"));
    assertThat(results).hasSize(1);
    assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri").asText())
        .endsWith("/a%20b/%C3%B6.yaml");
  }

  @Test
  void ofSuppressedAndBaselinedFindings() throws IOException {
    String reason = " # regwright: ignore unknown-key -- \"old\" name";
    Path file =
        Samples.write(
            dir, "a.yaml", Samples.BROKEN.replace("nome: docker.io", "nome: docker.io" + reason));
    JsonNode suppressed = results(ExitCode.CLEAN, file);
    assertThat(suppressed).hasSize(1);
    assertThat(suppressed.at("/0/suppressions/0/justification").asText()).isEqualTo("\"old\" name");

    Samples.write(dir, "a.yaml", Samples.BROKEN);
    Path baseline = dir.resolve("baseline");
    assertThat(results(ExitCode.CLEAN, file, "--write-baseline", baseline)).hasSize(1);
    JsonNode accepted = results(ExitCode.CLEAN, file, "--baseline", baseline);
    assertThat(accepted).hasSize(1);
    assertThat(accepted.at("/0/suppressions/0/kind").asText()).isEqualTo("external");
  }

  @Test
  void ofRepairedFiles() throws IOException {
    String text = Samples.CLEAN + "    overridePath: false\n";
    text = text.replace("example.org", "example.org/v2/hub");
    Path file = Samples.write(dir, "a.yaml", text);

    JsonNode before = results(ExitCode.FINDINGS, file);
    JsonNode change = before.at("/0/fixes/0/artifactChanges/0");
    assertThat(change.at("/replacements/0/insertedContent/text").asText()).isEqualTo("true");
    assertThat(change.at("/artifactLocation"))
        .isEqualTo(before.at("/0/locations/0/physicalLocation/artifactLocation"));
    assertThat(results(ExitCode.CLEAN, file, "--fix")).isEmpty();
    assertThat(file).content().contains("overridePath: true");
  }

  @Test
  void ofContainerdsDirectories() throws IOException {
    Samples.write(dir, "certs.d/docker.io/hosts.toml", "[host.\"https://h/v2/x\"]\nca = \"no\"\n");
    Samples.write(dir, "certs.d/ghcr.io/hosts.toml", "[host.https://m.example.org]\n");
    Samples.write(dir, "certs.d/quay.io/hosts.toml", "server = \"https://quay.io\"\n[host]\n");

    List<String> rules = new ArrayList<>();
    results(ExitCode.FINDINGS, dir.resolve("certs.d"))
        .forEach(result -> rules.add(result.at("/ruleId").asText()));
    assertThat(rules)
        .containsExactlyInAnyOrder(
            "hosts-path-needs-override", "hosts-unreadable-file", "toml-syntax");
  }
}
