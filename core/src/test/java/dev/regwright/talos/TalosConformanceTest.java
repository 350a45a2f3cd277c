package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosMode;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.testing.Agreement;
import dev.regwright.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every recorded answer of the real Talos loader and validator, for every version recorded. */
class TalosConformanceTest {
  @Test
  void everyValidateRecordAgrees() {
    Agreement agreement = new Agreement("talos-validate");
    int number = 0;
    for (JsonNode record : TestData.jsonLines("upstream/talos-cases.jsonl.gz")) {
      if (!record.get("cmd").asText().equals("validate")) {
        continue;
      }
      for (Map.Entry<String, JsonNode> answer : record.get("expect").properties()) {
        String id = number + "@" + answer.getKey();
        agreement.count(
            id, difference(record, version(answer.getKey()), answer.getValue().asText()));
      }
      number++;
    }
    assertThat(agreement.finish()).isEmpty();
  }

  private static TalosVersion version(String label) {
    return TalosVersion.of(label.equals("head") ? "1.15" : label);
  }

  private static SourceFile source(JsonNode record) {
    byte[] bytes =
        record.has("input_hex")
            ? HexFormat.of().parseHex(record.get("input_hex").asText())
            : record.get("input").asText().getBytes(StandardCharsets.UTF_8);
    return SourceFile.of("input.yaml", bytes);
  }

  private static TalosMode mode(JsonNode record) {
    for (JsonNode argument : record.path("args")) {
      if (!argument.asText().startsWith("--")) {
        return TalosMode.valueOf(argument.asText().toUpperCase(Locale.ROOT));
      }
    }
    return TalosMode.METAL;
  }

  /** What differs between Talos's answer and ours; empty when nothing does. */
  private static String difference(JsonNode record, TalosVersion version, String text) {
    UpstreamAnswer upstream = new UpstreamAnswer(text);
    TalosFile file = TalosReader.read(source(record), version, FileRole.CONFIG);
    List<Finding> load = file.findings().stream().filter(f -> f.stage() == Stage.LOAD).toList();
    if (upstream.isLoadError() != !load.isEmpty()) {
      return "load error expected: " + upstream.isLoadError() + ", found " + load + " for " + text;
    }
    if (upstream.isLoadError()) {
      return loadDifference(upstream, load, text);
    }
    List<DocumentErrors> errors = TalosValidator.validate(file, mode(record));
    String ours = errors.isEmpty() ? "OK\n" : ValidateText.of(errors, version);
    String theirs =
        text.lines()
            .filter(l -> !l.startsWith("WARN: "))
            .collect(Collectors.joining("\n", "", "\n"));
    return UpstreamAnswer.sortedLines(ours).equals(UpstreamAnswer.sortedLines(theirs))
        ? ""
        : "validation differs: ours <" + ours + "> theirs <" + theirs + ">";
  }

  private static String loadDifference(UpstreamAnswer upstream, List<Finding> load, String text) {
    List<Finding> same = load.stream().filter(f -> upstream.rules().contains(f.rule())).toList();
    if (same.isEmpty()) {
      return "class: expected one of " + upstream.rules() + ", found " + load + " for " + text;
    }
    if (upstream.isConstruct()) {
      return constructDifference(upstream.constructErrors(), same);
    }
    return lineDifference(upstream, same.get(0), text);
  }

  private static String constructDifference(Set<String> theirs, List<Finding> ours) {
    Set<String> missing = new TreeSet<>(theirs);
    Set<String> extra = new TreeSet<>();
    for (Finding finding : ours) {
      String text = String.valueOf(finding.upstream());
      boolean same = missing.removeIf(t -> masked(t, text).equals(text)) || theirs.contains(text);
      // A legacy client identity is decoded by one function, which stops at its first error.
      if (!same && !finding.rule().equals("bad-base64")) {
        extra.add(text);
      }
    }
    return missing.isEmpty() && extra.isEmpty()
        ? ""
        : "errors: missing " + missing + ", extra " + extra;
  }

  /** Talos shows the beginning of secrets, and whole URLs; we do not. */
  private static String masked(String theirs, String ours) {
    if (ours.contains("`***`")) {
      return theirs.replaceFirst("`[^`]*`", "`***`");
    }
    return ours.contains("\"…\"") ? theirs.replaceFirst("\"[^\"]*\"", "\"…\"") : theirs;
  }

  private static String lineDifference(UpstreamAnswer upstream, Finding finding, String text) {
    Set<Integer> lines = upstream.lines();
    int line = finding.span().startLine();
    boolean agrees = lines.isEmpty() || lines.contains(line);
    if (upstream.isSyntax() && !agrees) {
      // Before v4 rc.6 the library counts parser errors from zero, or names where the construct
      // began.
      agrees =
          lines.contains(line - 1)
              || finding.related().stream()
                  .map(r -> r.span().startLine())
                  .anyMatch(l -> lines.contains(l) || lines.contains(l - 1));
    }
    return agrees ? "" : "line: ours " + line + ", theirs " + lines + " in " + text;
  }

  /** Guards the table: the recorded versions must be on both sides of every change. */
  @Test
  void versionsStraddleTheChanges() {
    assertThat(TalosChange.REGISTRY_DOCUMENTS.in(TalosVersion.of("1.11"))).isFalse();
    assertThat(TalosChange.ANY_PEM_KEY.in(TalosVersion.of("1.13"))).isFalse();
    assertThat(TalosChange.ANY_PEM_KEY.in(TalosVersion.of("1.14.0-rc.1"))).isTrue();
  }
}
