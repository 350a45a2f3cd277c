package dev.regwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.regwright.containerd.DiskFiles;
import dev.regwright.containerd.HostResolver;
import dev.regwright.containerd.Resolution;
import dev.regwright.containerd.TalosHostsToml;
import dev.regwright.containerd.TalosHostsTree;
import dev.regwright.e2e.RealComponents.Ctr;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosReleases;
import dev.regwright.model.Target;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosReader;
import dev.regwright.trace.Sources;
import dev.regwright.trace.Trace;
import dev.regwright.trace.Tracer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every containerd on this machine resolves an image through real registries; what they see, and
 * what would have left the machine, is what we say beforehand.
 */
class RealContainerdTest {
  @TempDir private static Path directory;
  private static @Nullable World world;
  private static List<Ctr> ctrs = List.of();
  private static int runs;
  private static int requests;
  private static int traces;

  @BeforeAll
  static void start() throws Exception {
    ctrs = RealComponents.ctrs();
    world = new World(RealComponents.registry(), directory);
  }

  @AfterAll
  static void stop() throws Exception {
    if (world != null) {
      world.close();
      System.out.printf(
          "real-containerd: %d runs agree, %d requests, %d traces in order, with %s%n",
          runs, requests, traces, ctrs);
    }
  }

  @TestFactory
  List<DynamicTest> whatIsRequestedIsWhatWeSay() {
    List<Scenario> scenarios = new ArrayList<>(Scenarios.FILES);
    scenarios.addAll(Scenarios.TALOS);
    List<DynamicTest> tests = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      for (Ctr ctr : ctrs) {
        tests.add(dynamicTest(scenario + ", " + ctr, () -> run(scenario, ctr)));
      }
    }
    return tests;
  }

  private static World world() {
    World there = world;
    if (there == null) {
      throw new IllegalStateException("not started");
    }
    return there;
  }

  private static void run(Scenario template, Ctr ctr) throws Exception {
    Scenario scenario = template.withImage(world().filled(template.image(), directory));
    Path hosts = Files.createTempDirectory(directory, "hosts");
    write(scenario, hosts);
    Resolution resolution =
        HostResolver.resolve(
            new DiskFiles(hosts, hosts.toString()),
            List.of(hosts.toString()),
            scenario.registry(),
            ctr.version());
    List<String> expected =
        world().expected(resolution.hosts(), scenario.registry(), scenario.repository());
    world().takeRequests();
    world().takeInOrder();
    String said = resolve(ctr, hosts, scenario.image());
    assertThat(seen(expected)).as(said).containsExactlyInAnyOrderElementsOf(expected);
    if (!scenario.talos().isEmpty()) {
      List<String> inOrder = world().takeInOrder();
      assertThat(inOrder).as("%s%ntraced", said).isEqualTo(traced(scenario, ctr));
      traces++;
    }
    runs++;
    requests += expected.size();
  }

  /** What a trace of the same configuration says that containerd will ask. */
  private static List<String> traced(Scenario scenario, Ctr ctr) {
    Target target = Target.talos(TalosReleases.byDefault()).withContainerd(ctr.version());
    Trace trace =
        Tracer.ofTalos(config(scenario, directory), target, false, Sources.NONE)
            .trace(scenario.image());
    assertThat(trace.cri().error()).isNull();
    return world().foretold(trace.cri().requests());
  }

  /** The log of a registry may come a moment later than its answer. */
  private static List<String> seen(List<String> expected) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 100 && seen.size() < expected.size(); i++) {
      seen.addAll(world().takeRequests());
      if (seen.size() < expected.size()) {
        Thread.sleep(20);
      }
    }
    Thread.sleep(15);
    seen.addAll(world().takeRequests());
    return seen;
  }

  private static void write(Scenario scenario, Path hosts) throws IOException {
    for (Map.Entry<String, String> file : scenario.files().entrySet()) {
      Path path = hosts.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, world().filled(file.getValue(), hosts));
      TestCertificates certificates = world().certificates;
      if (file.getValue().contains("ca.crt") || file.getValue().contains("client.crt")) {
        Files.writeString(path.resolveSibling("ca.crt"), certificates.ca());
        Files.writeString(path.resolveSibling("client.crt"), certificates.client());
        Files.writeString(path.resolveSibling("client.key"), certificates.clientKey());
      }
    }
    if (!scenario.talos().isEmpty()) {
      writeAsTalosDoes(scenario, hosts);
    }
  }

  private static RegistryConfig config(Scenario scenario, Path hosts) {
    TestCertificates certificates = world().certificates;
    String yaml =
        scenario
            .talos()
            .replace("${ca-indented}", indented(certificates.ca(), 4))
            .replace("${cert-indented}", indented(certificates.client(), 8))
            .replace("${key-indented}", indented(certificates.clientKey(), 8));
    SourceFile source = SourceFile.of("node.yaml", world().filled(yaml, hosts));
    var file = TalosReader.read(source, TalosReleases.byDefault(), FileRole.CONFIG);
    assertThat(file.findings()).isEmpty();
    return EffectiveConfig.of(file).config();
  }

  private static void writeAsTalosDoes(Scenario scenario, Path hosts) throws IOException {
    TalosHostsTree tree =
        TalosHostsTree.of(config(scenario, hosts), TalosReleases.byDefault(), false);
    assertThat(tree.error()).isNull();
    for (Map.Entry<String, byte[]> written : tree.files().entrySet()) {
      Path path = hosts.resolve(written.getKey());
      Files.createDirectories(path.getParent());
      // On a node the tree lies elsewhere, and certificates are named by their full paths.
      String text = new String(written.getValue(), StandardCharsets.UTF_8);
      Files.writeString(path, text.replace(TalosHostsToml.ROOT, hosts.toString()));
    }
  }

  private static String indented(String pem, int by) {
    return pem.strip().indent(by).stripTrailing();
  }

  private static String resolve(Ctr ctr, Path hosts, String image)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ctr.program().toString(),
            "-a",
            "/none",
            "content",
            "fetch-object",
            "--hosts-dir",
            hosts.toString(),
            image,
            "x");
    builder.environment().put("HTTP_PROXY", world().guard.url());
    builder.environment().put("HTTPS_PROXY", world().guard.url());
    builder.environment().remove("NO_PROXY");
    builder.environment().remove("no_proxy");
    Path log = Files.createTempFile(directory, "ctr", ".log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("ctr does not end");
    }
    return Files.readString(log);
  }
}
