package dev.regwright.talos;

import static dev.regwright.talos.Reading.document;
import static dev.regwright.talos.Reading.file;
import static dev.regwright.talos.Reading.findings;
import static dev.regwright.talos.Reading.only;
import static dev.regwright.talos.Reading.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that are in a file twice, and documents that only look so. */
class DuplicateDocumentsTest {
  @Test
  void theSameDocumentTwice() {
    String text = document("Mirror", "---\n") + document("Mirror", "");
    Finding finding = only("duplicate-document", text);
    assertThat(finding.message())
        .isEqualTo("Talos refuses the file: RegistryMirrorConfig r.io is in it twice");
    assertThat(finding.help()).isEqualTo("merge the two documents into one");
    assertThat(finding.upstream())
        .isEqualTo("duplicate document v1alpha1/RegistryMirrorConfig/r.io is not allowed (line 5)");
    assertThat(place(finding.span())).isEqualTo("5:1-5:11");
    assertThat(finding.related())
        .extracting(r -> place(r.span()) + " " + r.message())
        .containsExactly("1:1-1:11 the first one");
    assertThat(
            only(file("1.12.2", FileRole.CONFIG, text).findings(), "duplicate-document").upstream())
        .isEqualTo("duplicate document v1alpha1/RegistryMirrorConfig/r.io is not allowed");
  }

  @Test
  void documentsThatDifferInAnyPartOfTheirIdAreNotTheSame() {
    String mirror = document("Mirror", "---\n");
    assertThat(findings(mirror + document("TLS", ""))).isEmpty();
    assertThat(findings(mirror + document("Mirror", "").replace("r.io", "R.io"))).isEmpty();
    assertThat(findings(mirror + document("Mirror", "").replace("v1alpha1", "v1alpha2")))
        .extracting(Finding::rule)
        .containsExactly("unknown-kind");
  }

  @Test
  void theIdOfAMachineConfiguration() {
    Finding finding = only("duplicate-document", "machine: {}\n---\nmachine: {}");
    assertThat(finding.message())
        .isEqualTo("Talos refuses the file: a machine configuration is in it twice");
    assertThat(finding.upstream())
        .isEqualTo("duplicate document /v1alpha1/ is not allowed (line 3)");
  }

  /** Found only by decoded names, after the loader has compared raw texts. */
  @ParameterizedTest
  @CsvSource({"Mirror", "Auth", "TLS"})
  void namesThatDifferOnlyInWriting(String kind) {
    String text =
        document(kind, "---\n").replace("r.io", "~") + document(kind, "").replace("r.io", "''");
    List<Finding> findings = findings(text);
    assertThat(findings).hasSize(1);
    Finding finding = only(findings, "duplicate-document");
    assertThat(finding.upstream()).isEqualTo("duplicate document: Registry" + kind + "Config/");
    assertThat(finding.help()).isEqualTo("merge the two documents into one");
    assertThat(place(finding.span())).isEqualTo("5:1-5:11");
    assertThat(finding.related()).extracting(r -> place(r.span())).containsExactly("1:1-1:11");
  }

  @Test
  void decodedNamesOfDifferentKindsOrDifferentNamesAreNotTheSame() {
    String text = document("Mirror", "---\n").replace("r.io", "~");
    assertThat(findings(text + document("TLS", "").replace("r.io", "''"))).isEmpty();
    assertThat(findings(text + document("Mirror", ""))).isEmpty();
  }

  @Test
  void machineConfigurationsThatDifferInTheirIds() {
    String text = "machine: {}\n---\nname: a\nmachine: {}";
    Finding finding = only("duplicate-document", text);
    assertThat(finding.upstream()).isEqualTo("duplicate v1alpha1.Config");
    assertThat(finding.message())
        .isEqualTo("Talos refuses the file: a machine configuration is in it twice");
  }

  @Test
  void patchesMayRepeatDocumentsFrom114On() {
    String text =
        document("Mirror", "skipFallback: true\n---\n")
            + document("Mirror", "skipFallback: false\n");
    assertThat(file("1.14", FileRole.PATCH, text).findings()).isEmpty();
    assertThat(file("1.13", FileRole.PATCH, text).findings())
        .extracting(Finding::rule)
        .containsExactly("duplicate-document");
  }

  @Test
  void idsAreToldApartByAllTheirParts() {
    DocumentId id = new DocumentId("a", "b", "c");
    assertThat(id).isEqualTo(new DocumentId("a", "b", "c")).hasToString("a/b/c");
    assertThat(id)
        .hasSameHashCodeAs(new DocumentId("a", "b", "c"))
        .isNotEqualTo(new DocumentId("x", "b", "c"))
        .isNotEqualTo(new DocumentId("a", "x", "c"))
        .isNotEqualTo(new DocumentId("a", "b", "x"));
    // A poor hash would make long streams of one kind slow.
    assertThat(IntStream.range(0, 1000).mapToObj(i -> new DocumentId("a", "b", "r" + i).hashCode()))
        .doesNotHaveDuplicates();
    assertThat(
            Stream.of(id, new DocumentId("b", "a", "c"), new DocumentId("c", "b", "a"))
                .map(DocumentId::hashCode))
        .doesNotHaveDuplicates();
  }

  /** Longer streams are decoded in pieces: the answer must be the same. */
  @Test
  void longStreams() {
    int count = 5003;
    String text =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    document("Mirror", i % 1000 == 999 ? "bad: 1\n" : "")
                        .replace("r.io", "r" + (i == 5000 ? 7 : i)))
            .collect(Collectors.joining("---\n"));
    TalosFile file = file("1.14", FileRole.CONFIG, text);
    assertThat(file.documents()).hasSize(count);
    assertThat(file.documents())
        .extracting(d -> ((TalosDocument.Mirror) d).entry().nameText())
        .startsWith("r0", "r1", "r2")
        .endsWith("r4999", "r7", "r5001", "r5002");
    assertThat(file.findings())
        .extracting(f -> f.rule() + " " + f.span().startLine())
        .containsExactly(
            "unknown-key 4000",
            "unknown-key 8001",
            "unknown-key 12002",
            "unknown-key 16003",
            "unknown-key 20004",
            "duplicate-document 20006");
  }
}
