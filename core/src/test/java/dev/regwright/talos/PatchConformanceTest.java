package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.testing.Agreement;
import dev.regwright.testing.TestData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every recorded answer of the real Talos patcher. Of the configuration that comes out, the
 * registry documents and {@code machine.registries} are compared; the rest is carried.
 */
class PatchConformanceTest {
  @Test
  void everyPatchRecordAgrees() {
    assertThat(disagreements("talos-patch", UpstreamRecords.of("patch"))).isEmpty();
  }

  /** Deletions that meet nothing and JSON patches: what v1.13.9 answered. */
  @Test
  void everyOtherPatchRecordAgrees() {
    List<JsonNode> records = TestData.jsonLines("upstream/talos-patch-cases.jsonl.gz");
    assertThat(disagreements("talos-patch-more", records)).isEmpty();
  }

  private static List<String> disagreements(String suite, List<JsonNode> records) {
    Agreement agreement = new Agreement(suite);
    int number = 0;
    for (JsonNode record : records) {
      for (Map.Entry<String, JsonNode> answer : record.get("expect").properties()) {
        TalosVersion version = UpstreamRecords.version(answer.getKey());
        agreement.count(
            number + "@" + answer.getKey(),
            difference(record, version, answer.getValue().asText()));
      }
      number++;
    }
    return agreement.finish();
  }

  private static String difference(JsonNode record, TalosVersion version, String answer) {
    SourceFile source = UpstreamRecords.source(record);
    List<TalosPatch> patches = new ArrayList<>();
    for (String text : UpstreamRecords.arguments(record)) {
      boolean fileName = text.startsWith("@") || text.startsWith("/");
      if (fileName) { // files are read by whoever names them
        return answer.startsWith("PATCH LOAD ERROR: ") ? "" : "a file was read: " + answer;
      }
      patches.add(TalosPatch.read(SourceFile.of("patch-" + patches.size(), text), version));
    }
    TalosFile base = TalosReader.read(source, version, FileRole.CONFIG);
    PatchResult result = PatchMerger.apply(base, patches);
    if (result instanceof PatchResult.Patched patched) {
      return patched(patched.file(), version, answer);
    }
    return refused((PatchResult.Refused) result, answer);
  }

  private static String refused(PatchResult.Refused refused, String answer) {
    String prefix =
        switch (refused.why()) {
          case PATCH_LOAD -> "PATCH LOAD ERROR: ";
          case APPLY -> "APPLY ERROR: ";
          case CRASH -> "PANIC: ";
        };
    if (!answer.startsWith(prefix)) {
      return "ours " + refused + ", theirs " + answer;
    }
    // A load error's own text ends with ours: what stands before it names the document.
    String theirs = answer.substring(prefix.length()).strip();
    boolean same =
        theirs.endsWith(refused.upstream())
            || theirs.contains(refused.upstream())
            || sameKeys(theirs, refused.upstream());
    return same ? "" : "texts: ours <" + refused.upstream() + "> theirs <" + theirs + ">";
  }

  /** Talos shows unknown keys with their values, on lines of their own. */
  private static boolean sameKeys(String theirs, String ours) {
    String words = "unknown keys found during decoding:";
    int at = theirs.indexOf(words);
    return at >= 0
        && ours.startsWith(words)
        && theirs
            .substring(at + words.length())
            .strip()
            .startsWith(ours.substring(words.length()).strip());
  }

  private static String patched(TalosFile file, TalosVersion version, String answer) {
    String theirs = UpstreamRecords.registryPart(answer);
    boolean emptyDocument = theirs.contains("---\n{}\n");
    if (emptyDocument) {
      theirs = theirs.replace("---\n{}\n", "");
      if (file.findings().stream().map(Finding::rule).noneMatch("missing-kind"::equals)) {
        return "the empty document is not reported";
      }
    }
    // What a JSON patch leaves, and what no patch touches, Talos writes in another layout.
    String written = TalosWriterText.normalised(theirs, version);
    String ours = new CanonicalForm(TalosWriter.of(version)).of(file);
    return ours.equals(theirs) || ours.equals(written)
        ? ""
        : "ours <" + ours + "> theirs <" + theirs + ">";
  }

  private static final class TalosWriterText {
    static String normalised(String text, TalosVersion version) {
      TalosFile file = TalosReader.read(SourceFile.of("answer", text), version, FileRole.CONFIG);
      return new CanonicalForm(TalosWriter.of(version)).of(file);
    }
  }
}
