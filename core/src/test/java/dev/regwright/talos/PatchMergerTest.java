package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.PatchResult.Patched;
import dev.regwright.talos.PatchResult.Reason;
import dev.regwright.talos.PatchResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PatchMergerTest {
  private static final String MIRROR =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      """;

  private static PatchResult apply(String version, String base, String... patches) {
    TalosVersion talos = TalosVersion.of(version);
    List<TalosPatch> read = new ArrayList<>();
    for (String patch : patches) {
      read.add(TalosPatch.read(SourceFile.of("p" + (read.size() + 1) + ".yaml", patch), talos));
    }
    TalosFile file = TalosReader.read(SourceFile.of("base.yaml", base), talos, FileRole.CONFIG);
    return PatchMerger.apply(file, read);
  }

  private static TalosFile patched(String base, String... patches) {
    return ((Patched) apply("1.14", base, patches)).file();
  }

  @Test
  void everyValueKnowsItsFile() {
    TalosFile file =
        patched(
            MIRROR + "endpoints:\n  - url: https://a\nskipFallback: true\n",
            MIRROR + "endpoints:\n  - url: https://b\n    overridePath: true\n",
            MIRROR + "skipFallback: false\n---\n" + MIRROR.replace("docker.io", "ghcr.io"));
    EffectiveConfig config = EffectiveConfig.of(file);
    assertThat(config.endpoint("docker.io", 0)).hasToString("base.yaml:5:10");
    assertThat(config.endpoint("docker.io", 1)).hasToString("p1.yaml:5:10");
    EffectiveConfig.Origin<MirrorEntry> mirror = Objects.requireNonNull(config.mirror("docker.io"));
    assertThat(mirror.name()).hasToString("base.yaml:3:7");
    assertThat(file.span(Objects.requireNonNull(mirror.entry().skipFallback()).node()))
        .hasToString("p2.yaml:4:15");
    assertThat(file.span(mirror.entry().node())).hasToString("base.yaml:1:1");
    assertThat(Objects.requireNonNull(config.mirror("ghcr.io")).name()).hasToString("p2.yaml:8:7");
  }

  @Test
  void legacyValuesKnowTheirFileToo() {
    TalosFile file =
        patched(
            "machine:\n  registries:\n    mirrors:\n      a: {endpoints: [https://a]}\n",
            """
            machine:
              registries:
                mirrors:
                  a:
                    endpoints: [https://b]
                  b:
                    endpoints: [https://c]
            """);
    EffectiveConfig config = EffectiveConfig.of(file);
    assertThat(config.endpoint("a", 0)).hasToString("base.yaml:4:23");
    assertThat(config.endpoint("a", 1)).hasToString("p1.yaml:5:21");
    assertThat(config.endpoint("b", 0)).hasToString("p1.yaml:7:21");
    assertThat(Objects.requireNonNull(config.mirror("a")).name()).hasToString("base.yaml:4:7");
  }

  @Test
  @SuppressWarnings("ReferenceEquality") // the very same document is meant
  void untouchedDocumentsPassThrough() {
    TalosVersion version = TalosVersion.of("1.14");
    TalosFile base =
        TalosReader.read(
            SourceFile.of(
                "base.yaml",
                "apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: x\n---\n"
                    + MIRROR
                    + "---\napiVersion: v1alpha1\nkind: Mystery\n"),
            version,
            FileRole.CONFIG);
    TalosPatch patch =
        TalosPatch.read(SourceFile.of("p.yaml", MIRROR + "skipFallback: true\n"), version);
    // The third document does not load, so Talos would not apply anything.
    assertThat(PatchMerger.apply(base, List.of(patch))).isInstanceOf(Refused.class);

    TalosFile sound =
        TalosReader.read(
            SourceFile.of(
                "base.yaml",
                "apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: x\n---\n" + MIRROR),
            version,
            FileRole.CONFIG);
    TalosFile file = ((Patched) PatchMerger.apply(sound, List.of(patch))).file();
    assertThat(file.documents().get(0) == sound.documents().get(0)).isTrue();
    assertThat(file.documents().get(1) == sound.documents().get(1)).isFalse();
    assertThat(file.source()).isSameAs(sound.source());
  }

  @Test
  void otherPartsOfAMachineConfigurationAreMerged() {
    TalosFile file =
        patched(
            "machine:\n  type: worker\n  network: {nameservers: [1.1.1.1]}\n",
            "machine:\n  network: {nameservers: [9.9.9.9], hostname: x}\n  install: {disk: /dev/sda}\n");
    String root = String.valueOf(file.documents().get(0).yaml().root());
    assertThat(root).isEqualTo("mapping at 0");
    TalosDocument.Machine machine = (TalosDocument.Machine) file.documents().get(0);
    var mapping =
        EntryReader.asMapping(EntryReader.asMapping(machine.yaml().root()).get("machine"));
    assertThat(mapping.entries()).hasSize(3);
    var network = EntryReader.asMapping(mapping.get("network"));
    assertThat(file.span(Objects.requireNonNull(network.get("hostname"))))
        .hasToString("p1.yaml:2:47");
  }

  @Test
  void findingsPointIntoTheFileThatCausedThem() {
    TalosFile file = patched(MIRROR, MIRROR + "endpoints:\n  - url: ftp://a\n");
    List<Finding> errors =
        TalosValidator.validate(file, null).stream().flatMap(d -> d.findings().stream()).toList();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).span()).hasToString("p1.yaml:5:10");
  }

  @Test
  void refusalsSayWhereAndWhy() {
    Refused load = (Refused) apply("1.14", MIRROR, MIRROR, MIRROR + "foo: 1\n");
    assertThat(load.why()).isEqualTo(Reason.PATCH_LOAD);
    assertThat(load.span()).hasToString("p2.yaml:4:1");

    Refused missing =
        (Refused)
            apply("1.14", MIRROR, MIRROR + "endpoints:\n  - url: https://x\n    $patch: delete\n");
    assertThat(missing.why()).isEqualTo(Reason.APPLY);
    assertThat(missing.upstream())
        .isEqualTo(
            "named patch delete: document v1alpha1/RegistryMirrorConfig: failed to delete path"
                + " 'endpoints.[0]': lookup failed");
    assertThat(missing.span()).hasToString("p1.yaml:6:5");

    Refused base = (Refused) apply("1.14", MIRROR + "foo: 1\n", MIRROR);
    assertThat(base.why()).isEqualTo(Reason.APPLY);
    assertThat(base.span()).hasToString("base.yaml:4:1");

    String other = MIRROR.replace("docker.io", "quay.io") + "$patch: delete\n";
    assertThat(((Refused) apply("1.13", MIRROR, other)).why()).isEqualTo(Reason.CRASH);
    assertThat(apply("1.14", MIRROR, other)).isInstanceOf(Patched.class);
  }

  @Test
  void jsonPatchesChangeFilesOfOneDocument() {
    TalosFile file =
        patched(
            MIRROR + "endpoints: [{url: https://a}, {url: https://b}]\n",
            """
            [{"op": "test", "path": "/endpoints/0/url", "value": "https://a"},
             {"op": "replace", "path": "/endpoints/0/url", "value": "https://z"},
             {"op": "move", "from": "/endpoints/1", "path": "/endpoints/0"},
             {"op": "copy", "from": "/endpoints/0", "path": "/endpoints/-"},
             {"op": "add", "path": "/skipFallback", "value": true}]
            """);
    EffectiveConfig config = EffectiveConfig.of(file);
    assertThat(config.config().mirrors().get("docker.io").endpoints())
        .extracting(e -> e.url())
        .containsExactly("https://b", "https://z", "https://b");
    assertThat(config.endpoint("docker.io", 0)).hasToString("base.yaml:4:37");
    assertThat(config.endpoint("docker.io", 1)).hasToString("p1.yaml:2:57");
    assertThat(config.config().mirrors().get("docker.io").skipsFallback()).isTrue();
  }

  @Test
  void jsonPatchesThatDoNotFitAreRefused() {
    String remove = "- op: remove\n  path: /skipFallback\n";
    assertThat(((Refused) apply("1.14", MIRROR, remove)).upstream())
        .contains("Unable to remove nonexistent key: skipFallback: missing value");
    assertThat(
            ((Refused) apply("1.14", MIRROR + "---\n" + MIRROR.replace("docker.io", "a"), remove))
                .upstream())
        .isEqualTo("JSON6902 patches are not supported for multi-document machine configuration");
    assertThat(
            ((Refused)
                    apply(
                        "1.14",
                        MIRROR,
                        "[{\"op\": \"test\", \"path\": \"/name\", \"value\": \"x\"}]"))
                .upstream())
        .contains("testing value /name failed: test failed");
    assertThat(((Refused) apply("1.14", MIRROR, "hello")).why()).isEqualTo(Reason.PATCH_LOAD);
  }

  @Test
  void deepPatchesDoNotOverflow() {
    String deep = "a: ".repeat(1) + "[".repeat(3000) + "]".repeat(3000);
    TalosFile file = patched("cluster: {" + deep + "}\nmachine: {}\n", "cluster: {" + deep + "}\n");
    assertThat(file.documents()).hasSize(1);
  }
}
