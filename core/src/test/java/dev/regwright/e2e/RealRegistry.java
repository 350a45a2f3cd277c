package dev.regwright.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A docker-registry process on a free port of this machine, and its access log. */
final class RealRegistry implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern REQUEST =
      Pattern.compile("\\[([^\\]]+)\\] \"(GET|HEAD|PUT|POST|PATCH) (\\S+) HTTP/[0-9.]+\" (\\d{3})");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
  private static final Pattern COMPLETED =
      Pattern.compile(
          "^time=\"([^\"]+)\".* http\\.request\\.method=HEAD .*http\\.request\\.uri=\"?([^\" ]+)\"?"
              + ".* http\\.response\\.status=(\\d{3})");

  /**
   * A request for a manifest, and the moment of its answer as the registry logs it; of paths it has
   * no handler for, only the second. Such a request is found in its place if it is the first.
   */
  record Seen(Instant at, String text) {}

  private final String name;
  private final Process process;
  private final List<String> requests = new ArrayList<>();
  private final List<Seen> timed = new ArrayList<>();
  private String known = "";
  private final CountDownLatch ready = new CountDownLatch(1);
  private final StringBuilder log = new StringBuilder();
  private int port;

  private RealRegistry(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * Starts a registry.
   *
   * @param data where its images lie
   * @param http lines for its {@code http} section, indented by two
   * @param others further sections
   */
  static RealRegistry start(
      Path program, Path directory, Path data, String name, String http, String others)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(directory.resolve(name));
    Path settings = home.resolve("config.yml");
    Files.writeString(
        settings,
        "version: 0.1\nlog: {level: info, accesslog: {disabled: false}}\nstorage: {filesystem: {rootdirectory: "
            + data
            + "}}\nhttp:\n  addr: 127.0.0.1:0\n  secret: any\n"
            + http
            + others);
    Process process =
        new ProcessBuilder(program.toString(), "serve", settings.toString())
            .redirectErrorStream(true)
            .start();
    RealRegistry registry = new RealRegistry(name, process);
    Thread reader = new Thread(registry::read, name + "-log");
    reader.setDaemon(true);
    reader.start();
    if (!registry.ready.await(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(name + " does not start: " + registry.log);
    }
    return registry;
  }

  String name() {
    return name;
  }

  /** Host and port. */
  String authority() {
    return "127.0.0.1:" + port;
  }

  /** The requests for manifests since the last call: method, URI and status. */
  List<String> take() {
    synchronized (requests) {
      List<String> taken = new ArrayList<>(requests);
      requests.clear();
      return taken;
    }
  }

  /** The HEAD requests for manifests since the last call, with the moments of their answers. */
  List<Seen> takeTimed() {
    synchronized (requests) {
      List<Seen> taken = new ArrayList<>(timed);
      timed.clear();
      return taken;
    }
  }

  private void read() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = in.readLine()) != null) {
        take(line);
      }
    } catch (IOException e) {
      ready.countDown();
    }
  }

  private void take(String line) {
    Matcher listening = LISTENING.matcher(line);
    if (ready.getCount() > 0) {
      log.append(line).append('\n');
    }
    if (listening.find()) {
      port = Integer.parseInt(listening.group(1));
      ready.countDown();
    }
    Matcher completed = COMPLETED.matcher(line);
    if (completed.find() && completed.group(2).contains("/manifests/")) {
      synchronized (requests) {
        known = "HEAD " + completed.group(2) + " " + completed.group(3);
        timed.add(new Seen(Instant.parse(completed.group(1)), known));
      }
    }
    Matcher request = REQUEST.matcher(line);
    if (request.find() && request.group(3).contains("/manifests/")) {
      synchronized (requests) {
        String text = request.group(2) + " " + request.group(3) + " " + request.group(4);
        requests.add(text);
        if (text.startsWith("HEAD ") && !text.equals(known)) {
          timed.add(new Seen(Instant.from(SECONDS.parse(request.group(1))), text));
        }
        known = "";
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
