package dev.regwright.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.Auth;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.testing.Agreement;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when hosts answer badly, held against containerd's own resolver. */
class WhatIfTest {
  private static final String DIGEST =
      "sha256:f20c43161d73848408ef247f0ec7111b19fe58ffebc0cbcaa0d2c8bda4967268";
  private static final Target TARGET = Target.talos(TalosVersion.of("1.14"));

  @Test
  void goesOnAndFailsAsContainerdDoes() throws IOException {
    Agreement agreement = new Agreement("what-if");
    int records = 0;
    for (String line : Files.readAllLines(TestData.path("upstream/what-if.tsv"))) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        String ours = answer(cells[0], cells[1], cells[2]);
        agreement.count(
            cells[0] + ", " + cells[1] + " by " + cells[2], ours.equals(cells[3]) ? "" : ours);
        records++;
      }
    }
    assertThat(records).isEqualTo(98);
    assertThat(agreement.finish()).isEmpty();
  }

  private static String answer(String first, String second, String by) {
    List<Auth> auths = new ArrayList<>();
    Map<String, Answer> answers = new LinkedHashMap<>();
    suppose("host1", first, auths, answers);
    suppose("host2", second, auths, answers);
    Mirror mirror =
        new Mirror(
            "r.example", List.of(Endpoint.of("http://host1"), Endpoint.of("http://host2")), true);
    RegistryConfig config = RegistryConfig.of(List.of(mirror), auths, List.of());
    Tracer tracer = Tracer.ofTalos(config, TARGET, false, Sources.NONE);
    String image = "r.example/a/b" + (by.equals("tag") ? ":1" : "@" + DIGEST);
    WhatIf whatIf = new WhatIf(answers, tracer.containerd());
    Outcome outcome = whatIf.of(tracer.trace(image)).cri();
    assertThat(whatIf.of(tracer.trace(image)).machined().error()).isEqualTo(outcome.error());
    if (outcome.served() != null) {
      return "ok application/vnd.oci.image.manifest.v1+json";
    }
    boolean page = outcome.error().contains("text/html"); // resolved, and fails right after
    return page ? "ok text/html" : outcome.error();
  }

  private static void suppose(
      String host, String word, List<Auth> auths, Map<String, Answer> answers) {
    if (word.equals("401-login")) {
      auths.add(new Auth(host, "user", "password", null, null));
    }
    if (!word.equals("ok")) {
      answers.put(host, Answer.of(word.replace("-login", "")));
    }
  }

  private static Outcome outcome(Map<String, Answer> answers, String containerd) {
    Mirror mirror = new Mirror("docker.io", List.of(Endpoint.of("https://m:5000/x")), null);
    RegistryConfig config = RegistryConfig.of(List.of(mirror), List.of(), List.of());
    ContainerdVersion version = ContainerdVersion.parse(containerd).orElseThrow();
    Tracer tracer = Tracer.ofTalos(config, TARGET.withContainerd(version), false, Sources.NONE);
    return new WhatIf(answers, version).of(tracer.trace("nginx")).cri();
  }

  @Test
  void knowsHostsByNameByUrlAndAsUpstream() {
    assertThat(outcome(Map.of("m:5000", Answer.DOWN), "2.3").served().hop().host())
        .isEqualTo("registry-1.docker.io");
    assertThat(outcome(Map.of("https://m:5000/x/", Answer.DOWN), "2.3").served().hop().host())
        .isEqualTo("registry-1.docker.io");
    assertThat(outcome(Map.of("https://m:500", Answer.DOWN), "2.3").served().hop().host())
        .isEqualTo("m:5000");
    assertThat(outcome(Map.of("m", Answer.DOWN), "2.3").served().hop().host()).isEqualTo("m:5000");
    Outcome all = outcome(Map.of("upstream", Answer.NOT_FOUND, "m:5000", Answer.DOWN), "2.3");
    assertThat(all.served()).isNull();
    assertThat(all.error()).isEqualTo("docker.io/library/nginx:latest: not found");
  }

  @Test
  void olderContainerdPrefersTheFirstErrorThatIsNoNotFound() {
    Map<String, Answer> answers = Map.of("upstream", Answer.NOT_FOUND, "m:5000", Answer.DOWN);
    assertThat(outcome(answers, "1.7").error()).startsWith("failed to do request: Head ");
  }

  @Test
  void saysWhichSuppositionsChangedNothing() {
    WhatIf whatIf =
        new WhatIf(Map.of("ghcr.io", Answer.DOWN, "nowhere", Answer.DOWN), TARGET.containerd());
    RegistryConfig none = RegistryConfig.of(List.of(), List.of(), List.of());
    whatIf.of(Tracer.ofTalos(none, TARGET, false, Sources.NONE).trace("ghcr.io/a/b"));
    assertThat(whatIf.unused()).containsExactly("nowhere");
  }
}
