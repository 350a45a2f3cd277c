package dev.regwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.ContainerdVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The real programs on this machine: what {@code .ci/real-components} unpacked, in {@code
 * target/real}. Where the environment says {@code REGWRIGHT_REAL=required}, their absence fails a
 * test; elsewhere the test is skipped, and says so.
 */
final class RealComponents {
  private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+\\.\\d+)");

  /** One release of containerd. */
  record Ctr(Path program, ContainerdVersion version) {
    @Override
    public String toString() {
      return "containerd " + version;
    }
  }

  private RealComponents() {}

  /** All of them, oldest first. */
  static List<Ctr> ctrs() throws IOException, InterruptedException {
    List<Ctr> found = new ArrayList<>();
    for (Path program : programs("ctr")) {
      Matcher version = VERSION.matcher(output(program, "--version"));
      if (version.find()) {
        found.add(new Ctr(program, ContainerdVersion.parse(version.group(1)).orElseThrow()));
      }
    }
    found.sort(Comparator.comparing(Ctr::version));
    demand(!found.isEmpty(), "ctr");
    return found;
  }

  static Path registry() throws IOException {
    List<Path> found = programs("docker-registry");
    demand(!found.isEmpty(), "docker-registry");
    return found.get(0);
  }

  private static void demand(boolean there, String program) {
    String message = "no " + program + " here; .ci/real-components obtains it";
    if ("required".equals(System.getenv("REGWRIGHT_REAL"))) {
      assertThat(there).as(message).isTrue();
    }
    if (!there) {
      System.out.println("SKIPPED: " + message);
    }
    Assumptions.assumeTrue(there, message);
  }

  private static List<Path> programs(String name) throws IOException {
    List<Path> found = new ArrayList<>();
    Path directory = directory();
    if (directory == null) {
      return found;
    }
    try (DirectoryStream<Path> suites = Files.newDirectoryStream(directory)) {
      for (Path suite : suites) {
        Path program = suite.resolve("usr/bin").resolve(name);
        if (Files.isExecutable(program)) {
          found.add(program.toAbsolutePath());
        }
      }
    }
    found.sort(null);
    return found;
  }

  private static @Nullable Path directory() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path real = at.resolve("target/real");
      if (Files.isDirectory(real)) {
        return real;
      }
    }
    return null;
  }

  private static String output(Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
