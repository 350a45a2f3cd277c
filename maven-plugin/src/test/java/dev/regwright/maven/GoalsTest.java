package dev.regwright.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals choose, say and refuse. */
class GoalsTest {
  private static final String BROKEN =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: https://ghcr.io
      endpoints: [{url: https://cache.example.org}]
      """;

  @TempDir private Path dir;
  private final Builds.Memory log = new Builds.Memory();
  private LintMojo lint;

  @BeforeEach
  void goal() {
    lint = Builds.prepare(new LintMojo(), "lint", dir, log);
    lint.failOn = "error";
  }

  @Test
  void findingsHaveTheirOwnLevelAndTheLastLineRepairs() {
    write("a.yaml", BROKEN);

    assertThatThrownBy(() -> lint.execute())
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "Found 1 error in 1 file (Talos 1.14, containerd 2.3). 1 can be repaired.\n"
                + "to repair what can be repaired: mvn dev.regwright:regwright-maven-plugin:9.9:fix");
    assertThat(log.lines()).hasSize(2);
    assertThat(log.lines().get(0))
        .startsWith("ERROR error[mirror-name-never-matches]: ")
        .contains("\n --> " + dir + "/a.yaml:3:7\n")
        .contains("-Dregwright.rule=mirror-name-never-matches");
  }

  @Test
  void choosesByPatternsAndNames() throws Exception {
    for (String file :
        List.of(
            "a.yaml", "b/c.yaml", "b/d/e.yaml", "target/f.yaml", ".hidden/g.yaml", "b/not.txt")) {
      write(file, BROKEN);
    }
    assertThat(found(null, null)).containsExactly("a.yaml", "b/c.yaml", "b/d/e.yaml");
    assertThat(found(List.of("b/"), null)).containsExactly("b/c.yaml", "b/d/e.yaml");
    assertThat(found(List.of("b/*.yaml"), null)).containsExactly("b/c.yaml");
    assertThat(found(List.of("**/e.yaml", "a.yaml"), null)).containsExactly("a.yaml", "b/d/e.yaml");
    assertThat(found(null, List.of("b/d/"))).containsExactly("a.yaml", "b/c.yaml");
    assertThat(found(List.of("target/f.yaml"), null)).containsExactly("target/f.yaml");
    assertThat(found(List.of(dir.resolve("b/d").toString()), null)).containsExactly("b/d/e.yaml");
    assertThat(found(List.of(".hidden"), null)).containsExactly(".hidden/g.yaml");
    assertThat(found(List.of("target"), null)).containsExactly("target/f.yaml");
    assertThat(found(List.of(".hidden/", "a.*"), null)).containsExactly(".hidden/g.yaml", "a.yaml");
    assertThat(found(List.of("b/not.txt"), List.of("*.txt"))).containsExactly("b/not.txt");
  }

  private List<String> found(List<String> includes, List<String> excludes) throws Exception {
    lint.includes = includes;
    lint.excludes = excludes;
    lint.failOn = "never";
    lint.formats = List.of("concise=target/report.txt");
    lint.execute();
    return Files.readString(dir.resolve("target/report.txt"))
        .lines()
        .map(
            line ->
                line.substring(
                    dir.toString().length() + 1,
                    line.indexOf(".yaml") < 0
                        ? line.indexOf(".txt") + 4
                        : line.indexOf(".yaml") + 5))
        .toList();
  }

  @Test
  void saysWhatIsWrongWithAParameter() {
    lint.failOn = "fatal";
    refuses("<failOn> takes error, warning, info, never, not 'fatal'");
    lint.failOn = "error";
    lint.mode = "moon";
    refuses("<mode> takes metal, cloud, container, not 'moon'");
    lint.mode = null;
    lint.talosVersion = "latest";
    refuses("<talosVersion> takes a version such as 1.13 or 1.13.4, not 'latest'");
    lint.talosVersion = null;
    lint.containerdVersion = "x";
    refuses("<containerdVersion> takes a version such as 2.1, not 'x'");
    lint.containerdVersion = null;
    lint.select = List.of("path-need-override");
    refuses("<select>: unknown rule 'path-need-override'; did you mean path-needs-override?");
    lint.select = null;
    lint.formats = List.of("pdf=x");
    refuses(
        "<formats> takes text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, markdown, auto, not 'pdf'");
    lint.formats = List.of("pdf");
    refuses(
        "<formats> takes text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, markdown, auto, not 'pdf'");
    lint.formats = List.of("sarif");
    assertThatThrownBy(() -> lint.execute())
        .hasMessageContaining("<formats> takes FORMAT=FILE, such as sarif=");
    lint.formats = List.of("sarif=x", "json=./x");
    assertThatThrownBy(() -> lint.execute()).hasMessageContaining("two reports want the file");
    lint.formats = null;
    lint.patches = List.of("p.yaml");
    refuses("<patches> goes with one file, which <includes> names");
    lint.patches = null;
    lint.baseline = dir.resolve("none.txt").toFile();
    assertThatThrownBy(() -> lint.execute())
        .hasMessageEndingWith("none.txt; -Dregwright.writeBaseline makes it")
        .hasMessageStartingWith("<baseline>: no such file: ");
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> lint.execute())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(message);
  }

  @Test
  void skips() throws Exception {
    write("a.yaml", BROKEN);
    lint.skip = true;
    lint.execute();

    assertThat(log.lines()).containsExactly("INFO skipped, as <skip> or -Dregwright.skip says");
  }

  @Test
  void aBugOfOursSpillsNothing() {
    RegwrightMojo broken =
        Builds.prepare(
            new RegwrightMojo() {
              @Override
              void run() {
                throw new IllegalStateException("canary");
              }
            },
            "lint",
            dir,
            log);

    assertThatThrownBy(broken::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("internal error; see above")
        .hasNoCause();
    assertThat(log.text())
        .startsWith("ERROR internal error (IllegalStateException): this is a bug")
        .doesNotContain("canary");
  }

  @Test
  void aBaselineAcceptsWhatThereIs() throws Exception {
    write("a.yaml", BROKEN);
    lint.baseline = dir.resolve("baseline.txt").toFile();
    lint.writeBaseline = true;
    lint.execute();
    lint.writeBaseline = false;
    lint.execute();

    assertThat(log.text()).contains("INFO accepted 1 findings in ");
    assertThat(Files.readString(dir.resolve("baseline.txt")))
        .contains("mirror-name-never-matches a.yaml");
  }

  @Test
  void brokenSettingsAreNoFinding() {
    write("a.yaml", BROKEN);
    write(".regwright.yaml", "ignroe: []\n");

    assertThatThrownBy(() -> lint.execute())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining(".regwright.yaml:1:1");
  }

  @Test
  void lintsAgainOnlyWhatChanged() throws Exception {
    MavenProject project = Builds.project(dir, "x");
    lint.project = project;
    write("a.yaml", BROKEN.replace("https://ghcr.io", "ghcr.io"));
    assertThat(unchanged()).isFalse();
    assertThat(unchanged()).isTrue();
    write("b.yaml", BROKEN.replace("https://ghcr.io", "quay.io"));
    assertThat(unchanged()).isFalse();
    assertThat(unchanged()).isTrue();
    write(".regwright.yaml", "talos: \"1.13\"\n");
    assertThat(unchanged()).isFalse();
    assertThat(unchanged()).isTrue();
    lint.failOn = "warning";
    assertThat(unchanged()).isFalse();
    lint.force = true;
    assertThat(unchanged()).isFalse();
    lint.force = false;
    write("certs.d/ghcr.io/hosts.toml", "server = \"https://ghcr.io\"\n");
    assertThat(unchanged()).isFalse();
    assertThat(unchanged()).isFalse();
  }

  private boolean unchanged() throws Exception {
    log.lines().clear();
    lint.execute();
    return log.text().contains("no registry configuration changed");
  }

  @Test
  void generatedFilesBecomeResources() throws Exception {
    GenerateMojo generate = Builds.prepare(new GenerateMojo(), "generate", dir, log);
    generate.project = Builds.project(dir, "x");
    generate.mirrors = List.of("docker.io = https://cache.example.com:5000");
    generate.outputDirectory = dir.resolve("target/out").toFile();
    generate.attachResource = true;
    generate.username = "robot";
    generate.passwordEnv = "PATH";
    generate.authHost = "cache.example.com:5000";
    generate.execute();
    generate.execute();

    assertThat(generate.project.getResources())
        .extracting(Resource::getDirectory)
        .contains(dir.resolve("target/out").toString());
    assertThat(log.text())
        .contains("WARN <attachResource> packages credentials")
        .contains("mirrors.yaml is up to date")
        .doesNotContain(System.getenv("PATH"));
    assertThat(Files.readString(dir.resolve("target/out/mirrors.yaml")))
        .contains("password: " + System.getenv("PATH"));
  }

  @Test
  void generateTakesCertificates() throws Exception {
    Path pki = Path.of(System.getProperty("regwright.testdata")).resolve("pki");
    GenerateMojo generate = Builds.prepare(new GenerateMojo(), "generate", dir, log);
    generate.mirrors = List.of("docker.io=https://cache.example.com:5000");
    generate.outputDirectory = dir.toFile();
    generate.ca = pki.resolve("pem/ec-ca.crt.pem").toFile();
    generate.execute();

    assertThat(Files.readString(dir.resolve("mirrors.yaml")))
        .contains("kind: RegistryTLSConfig", "name: cache.example.com:5000", "BEGIN CERTIFICATE");
    generate.ca = dir.resolve("gone.crt").toFile();
    assertThatThrownBy(generate::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("gone.crt: no such file or directory");
  }

  @Test
  void generateRefusesWhatNodesWouldRegret() {
    GenerateMojo generate = Builds.prepare(new GenerateMojo(), "generate", dir, log);
    generate.mirrors = List.of("docker.io=https://harbor.example.com/v2/hub");
    generate.outputDirectory = dir.toFile();

    assertThatThrownBy(generate::execute).isInstanceOf(MojoFailureException.class);
    assertThat(log.text())
        .contains("ERROR error[path-needs-override]", "<overridePath> sets overridePath");
    assertThat(dir.resolve("mirrors.yaml")).doesNotExist();
    generate.mirrors = List.of("https://user:canary@harbor.example.com");
    assertThatThrownBy(generate::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("<mirrors> takes NAME=URL; there is no = in one of them");
  }

  private Path write(String name, String text) {
    try {
      Path file = dir.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
