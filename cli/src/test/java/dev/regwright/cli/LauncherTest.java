package dev.regwright.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Drives the launcher script in a distribution whose jar only repeats its arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("src/main/launcher/regwright");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path temp;
  Path launcher;
  Path cache;

  /** Stands in for the tool: prints its arguments, complains, exits with 7. */
  static final class Echo {
    private Echo() {}

    public static void main(String[] args) {
      PrintStream out = new PrintStream(System.out, true, UTF_8);
      for (String arg : args) {
        out.println("<" + arg + ">");
      }
      System.err.println("complaint");
      System.exit(7);
    }
  }

  record Outcome(int status, String out, String err) {}

  private static final Outcome ECHO_OF_A =
      new Outcome(7, "<a>" + System.lineSeparator(), "complaint" + System.lineSeparator());

  @BeforeEach
  void distribution() throws IOException {
    distribution(temp.resolve("a home"));
    cache = temp.resolve("a cache");
  }

  private void distribution(Path home) throws IOException {
    launcher = Files.createDirectories(home.resolve("bin")).resolve("regwright");
    Files.copy(LAUNCHER, launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(home.resolve("lib"));
    writeJar(home.resolve("lib/regwright.jar"));
  }

  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String entry = Echo.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream bytes = Echo.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      bytes.transferTo(out);
    }
  }

  @Test
  void passesArgumentsOutputAndStatusThrough() throws Exception {
    Outcome outcome = run(withoutCache(), launcher, "two words", "", "*", "$HOME", "-Dx=1");
    assertThat(outcome.out().lines())
        .containsExactly("<two words>", "<>", "<*>", "<$HOME>", "<-Dx=1>");
    assertThat(outcome.err().lines()).containsExactly("complaint");
    assertThat(outcome.status()).isEqualTo(7);
  }

  @Test
  void takesUtf8InTheCLocale() throws Exception {
    Map<String, String> environment = withoutCache();
    environment.put("LC_ALL", "C");
    String aUmlaut = "\"$(printf '\\303\\244')\"";
    Outcome outcome =
        run(environment, List.of("/bin/sh", "-c", "exec \"$0\" " + aUmlaut, launcher.toString()));
    assertThat(outcome.out().lines()).containsExactly("<ä>");
  }

  @Test
  void findsItsJarThroughSymbolicLinks() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Path absolute = Files.createSymbolicLink(elsewhere.resolve("absolute"), launcher);
    Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("absolute"));
    Path directory = Files.createSymbolicLink(temp.resolve("bin link"), launcher.getParent());
    for (Path start : List.of(absolute, relative, directory.resolve("regwright"))) {
      assertThat(run(withoutCache(), start, "a")).as("%s", start).isEqualTo(ECHO_OF_A);
    }
  }

  @Test
  void isFoundOnThePath() throws Exception {
    Map<String, String> environment = withoutCache();
    environment.merge("PATH", launcher.getParent().toString(), (old, bin) -> bin + ":" + old);
    Outcome outcome = run(environment, List.of("/bin/sh", "-c", "regwright a"));
    assertThat(outcome).isEqualTo(ECHO_OF_A);
  }

  @Test
  void usesJavaFromThePathWithoutJavaHome() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Map<String, String> environment = withoutCache();
    environment.remove("JAVA_HOME");
    environment.put("PATH", "%s:/usr/bin:/bin".formatted(java.getParent()));
    assertThat(run(environment, launcher, "a")).as("a JDK's own").isEqualTo(ECHO_OF_A);

    Path wrapper = fakeJava(temp.resolve("wrapper"), "exec '%s' \"$@\"".formatted(java));
    environment.put("PATH", "%s:/usr/bin:/bin".formatted(wrapper.getParent()));
    assertThat(run(environment, launcher, "a")).as("a wrapper").isEqualTo(ECHO_OF_A);
  }

  @Test
  void saysWhenThereIsNoJava() throws Exception {
    Map<String, String> environment = withoutCache();
    environment.remove("JAVA_HOME");
    environment.put("PATH", temp.toString());
    Outcome outcome = run(environment, launcher, "a");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .containsExactly(
            "regwright: needs Java 17 or newer: none found by JAVA_HOME or on the PATH");
  }

  @Test
  void saysWhenJavaIsTooOld() throws Exception {
    Path old = temp.resolve("old");
    Path java = fakeJava(old, "exit 0");
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"1.8.0_392\"\n");
    Map<String, String> environment = withoutCache();
    environment.put("JAVA_HOME", old.toString());
    environment.put("PATH", temp.toString());
    Outcome outcome = run(environment, launcher, "a");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err().lines())
        .containsExactly("regwright: needs Java 17 or newer: " + java + " is 1.8.0_392");
  }

  @Test
  void honoursOptions() throws Exception {
    Map<String, String> environment = withoutCache();
    environment.put("JAVA_OPTS", "-XX:+UseG1GC  -Xmx64m");
    environment.put("REGWRIGHT_OPTS", "-Dpattern=* -Xlog:gc*:stderr");
    Outcome outcome = run(environment, launcher, "a");
    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.err()).contains("Using G1").contains("Max Capacity: 64M");
  }

  @Test
  void makesAnArchiveAndUsesIt() throws Exception {
    // JDK 17 makes no use of an archive for a jar with a blank in its path.
    distribution(temp.resolve("home"));
    Map<String, String> environment = environment();
    environment.put("REGWRIGHT_CACHE_WAIT", "1");
    assertThat(run(environment, launcher, "a")).isEqualTo(ECHO_OF_A);
    List<String> made = cached();
    assertThat(made).singleElement().asString().matches("classes-[0-9]+-[0-9]+\\.(jsa|aot)");

    environment.put("REGWRIGHT_OPTS", "-Xlog:class+load:stderr");
    assertThat(run(environment, launcher, "a").err().lines())
        .filteredOn(line -> line.contains(Echo.class.getName()))
        .singleElement()
        .asString()
        .contains("source: shared objects file");
    assertThat(cached()).isEqualTo(made);
  }

  @Test
  void survivesABrokenArchive() throws Exception {
    Map<String, String> environment = environment();
    environment.put("REGWRIGHT_CACHE_WAIT", "1");
    run(environment, launcher, "a");
    Path archive = cache.resolve("regwright").resolve(cached().get(0));
    byte[] whole = Files.readAllBytes(archive);
    for (int length : List.of(0, 1000, whole.length / 2)) {
      Files.delete(archive);
      Files.write(archive, Arrays.copyOf(whole, length));
      assertThat(run(environment, launcher, "a")).as("%d bytes", length).isEqualTo(ECHO_OF_A);
    }
  }

  @Test
  void makesOneArchiveBesideSeveralRuns() throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(start(environment(), List.of(launcher.toString(), "a")));
    }
    for (Run run : runs) {
      assertThat(run.outcome()).isEqualTo(ECHO_OF_A);
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && !(cached().size() == 1 && isArchive(cached().get(0)))) {
      Thread.sleep(50);
    }
    assertThat(cached()).singleElement().satisfies(name -> assertThat(isArchive(name)).isTrue());
  }

  @Test
  void doesWithoutACache() throws Exception {
    Map<String, String> environment = environment();
    environment.put("REGWRIGHT_CACHE_WAIT", "1");
    environment.put("XDG_CACHE_HOME", Files.createFile(temp.resolve("a file")).toString());
    assertThat(run(environment, launcher, "a")).as("not writable").isEqualTo(ECHO_OF_A);
    environment.remove("XDG_CACHE_HOME");
    environment.remove("HOME");
    assertThat(run(environment, launcher, "a")).as("no home").isEqualTo(ECHO_OF_A);
    environment.put("XDG_CACHE_HOME", cache.toString());
    environment.put("REGWRIGHT_NO_CACHE", "1");
    assertThat(run(environment, launcher, "a")).as("switched off").isEqualTo(ECHO_OF_A);
    assertThat(cache).doesNotExist();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", temp.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("XDG_CACHE_HOME", cache.toString());
    return environment;
  }

  private Map<String, String> withoutCache() {
    Map<String, String> environment = environment();
    environment.put("REGWRIGHT_NO_CACHE", "1");
    return environment;
  }

  private static Path fakeJava(Path home, String script) throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\n" + script + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return java;
  }

  private static boolean isArchive(String name) {
    return name.endsWith(".jsa") || name.endsWith(".aot");
  }

  private List<String> cached() throws IOException {
    Path directory = cache.resolve("regwright");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Outcome run(Map<String, String> environment, Path program, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return run(environment, command);
  }

  private Outcome run(Map<String, String> environment, List<String> command) throws Exception {
    return start(environment, command).outcome();
  }

  private Run start(Map<String, String> environment, List<String> command) throws IOException {
    Path out = Files.createTempFile(temp, "out", null);
    Path err = Files.createTempFile(temp, "err", null);
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Run(builder.start(), out, err);
  }

  private record Run(Process process, Path out, Path err) {
    Outcome outcome() throws Exception {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }
}
