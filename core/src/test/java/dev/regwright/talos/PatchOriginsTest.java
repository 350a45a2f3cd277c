package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.PatchResult.Patched;
import dev.regwright.talos.PatchResult.Reason;
import dev.regwright.talos.PatchResult.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where things stand after patching, and what patches say of themselves. */
class PatchOriginsTest {
  private static final String AUTH = Reading.document("Auth", "username: u\n");

  private static PatchResult apply(String version, String base, String... patches) {
    TalosVersion talos = TalosVersion.of(version);
    List<TalosPatch> read = new ArrayList<>();
    for (String patch : patches) {
      read.add(TalosPatch.read(SourceFile.of("p" + (read.size() + 1) + ".yaml", patch), talos));
    }
    return PatchMerger.apply(Reading.file(version, FileRole.CONFIG, base), read);
  }

  /** Ranges are of the base's text; a secret that a patch brings stands nowhere in it. */
  @Test
  void secretsOfAPatchHaveNoRangeInTheBase() {
    String patch = "[{\"op\": \"add\", \"path\": \"/password\", \"value\": \"s3cret\"}]";
    TalosFile file = ((Patched) apply("1.14", AUTH, patch)).file();
    assertThat(((TalosDocument.Auth) file.documents().get(0)).entry().password()).isNotNull();
    assertThat(file.secrets()).isEmpty();
    String base = AUTH + "password: s3cret\n";
    assertThat(((Patched) apply("1.14", base, patch.replace("password", "auth"))).file().secrets())
        .isNotEmpty()
        .allSatisfy(r -> assertThat(base.substring(r.start(), r.end())).isEqualTo("s3cret"));
  }

  @Test
  void aMappingIsShownByItsFirstKeyWhereverThatCameFrom() {
    String legacy = Reading.legacy("mirrors:\n  a: {}\n");
    String patch = Reading.legacy("mirrors:\n  a:\n    endpoints: [https://b]\n");
    TalosFile file = ((Patched) apply("1.14", legacy, patch)).file();
    var machine = (TalosDocument.Machine) file.documents().get(0);
    MirrorEntry mirror = machine.mirrors().get(0);
    assertThat(mirror.name()).isNotNull();
    assertThat(file.span(mirror.node())).hasToString("config.yaml:4:10");
    assertThat(file.span(mirror.endpoints().get(0).node())).hasToString("p1.yaml:5:21");
  }

  @Test
  void aliasesOfAPatchStandInThePatch() {
    String patch =
        Reading.document("Mirror", "endpoints:\n  - &e {url: ftp://a}\n---\n")
            + Reading.document("Mirror", "endpoints:\n  - *e\n").replace("r.io", "s.io");
    TalosFile file = ((Patched) apply("1.14", AUTH, patch)).file();
    assertThat(TalosValidator.validate(file, null))
        .flatExtracting(DocumentErrors::findings)
        .extracting(f -> f.span().toString())
        .containsExactly("p1.yaml:5:14", "p1.yaml:5:14");
  }

  /** A container lists the machine configuration first. */
  @Test
  void theMachineConfigurationComesFirst() {
    TalosFile file =
        ((Patched) apply("1.14", AUTH + "---\nmachine: {}\n", AUTH + "password: p\n")).file();
    assertThat(file.documents().get(0)).isInstanceOf(TalosDocument.Machine.class);
    assertThat(file.documents()).hasSize(2);
  }

  /** Kinds that carry a name are told apart by it; others are not. */
  @Test
  void documentsAreMatchedByTheirNamesWhereTheyHaveOne() {
    String log = "apiVersion: v1alpha1\nkind: KmsgLogConfig\nname: a\nurl: tcp://a:1\n";
    assertThat(documents(log, log)).isEqualTo(1);
    assertThat(documents(log, log.replace("name: a", "name: b"))).isEqualTo(2);
    String host = "apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: x\n";
    assertThat(documents(host, host)).isEqualTo(1);
  }

  private static int documents(String base, String patch) {
    return ((Patched) apply("1.14", base, patch)).file().documents().size();
  }

  @Test
  void crashesAreToldFromErrors() {
    String base = Reading.document("Mirror", "endpoints: [{overridePath: true}]\n");
    String patch =
        Reading.document("Mirror", "endpoints:\n  - url: https://a\n    $patch: delete\n");
    Refused refused = (Refused) apply("1.13.9", base, patch);
    assertThat(refused.why()).isEqualTo(Reason.CRASH);
    assertThat(refused.span()).hasToString("p1.yaml:6:5");
  }

  @Test
  void patchesDescribeThemselves() {
    TalosVersion version = TalosVersion.of("1.14");
    assertThat(TalosPatch.read(SourceFile.of("a.yaml", AUTH), version)).hasToString("patch a.yaml");
    assertThat(TalosPatch.read(SourceFile.of("a.json", "[]"), version))
        .hasToString("JSON patch a.json");
  }

  @Test
  void badDeletionsSayHow() {
    TalosFile file =
        Reading.file("1.14", FileRole.PATCH, "kind: RegistryAuthConfig\nname: a\n$patch: delete\n");
    var finding = Reading.only(file.findings(), "bad-patch-delete");
    assertThat(Reading.place(finding.span())).isEqualTo("3:1-3:7");
    assertThat(finding.help())
        .isEqualTo(
            "the document needs apiVersion and kind, and a list item another key to find it by");
    assertThat(finding.upstream())
        .isEqualTo(
            "error processing patch delete statements at line 1:"
                + " missing apiVersion in document for which $patch: delete is used");
  }
}
