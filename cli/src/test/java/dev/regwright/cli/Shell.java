package dev.regwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a program outside this process said.
 *
 * @param code its exit status
 * @param out what it wrote, to standard output and standard error
 */
record Shell(int code, String out) {
  /** Runs a program, with these variables besides those of the test. */
  static Shell run(Path directory, Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Shell(process.waitFor(), out);
  }

  /** The command as a program that can be called, made of the classes under test. */
  static Path regwright(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(Main.class.getName());
    return program(file, "exec '" + String.join("' '", words) + "' \"$@\"");
  }

  /** A shell script. */
  static Path program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot be made a program: " + file);
    }
    return file;
  }
}
