package dev.regwright.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The proxy all programs under test are given. Go never asks a proxy for loopback addresses, so
 * whatever arrives here was to leave the machine. It is written down and refused: nothing leaves.
 */
final class UpstreamGuard implements AutoCloseable {
  private final ServerSocket server;
  private final List<String> attempts = new ArrayList<>();
  private final List<RealRegistry.Seen> timed = new ArrayList<>();

  UpstreamGuard() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "upstream-guard");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** The hosts that were to be reached since the last call, in order, each once in a row. */
  synchronized List<String> take() {
    List<String> taken = new ArrayList<>(attempts);
    attempts.clear();
    return taken;
  }

  /** The same, with the moments of the first attempts. */
  synchronized List<RealRegistry.Seen> takeTimed() {
    List<RealRegistry.Seen> taken = new ArrayList<>(timed);
    timed.clear();
    return taken;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = in.readLine();
        if (line != null) {
          note(line);
        }
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        if (!server.isClosed()) {
          note("failed: " + e.getMessage());
        }
      }
    }
  }

  /** {@code CONNECT host:port HTTP/1.1}, or {@code GET http://host/… HTTP/1.1} for plain HTTP. */
  private synchronized void note(String line) {
    String target = line.split(" ", -1).length > 1 ? line.split(" ", -1)[1] : line;
    if (target.startsWith("http://")) {
      int slash = target.indexOf('/', "http://".length());
      target = target.substring(0, slash < 0 ? target.length() : slash);
    }
    if (attempts.isEmpty() || !attempts.get(attempts.size() - 1).equals(target)) {
      attempts.add(target);
      timed.add(new RealRegistry.Seen(Instant.now(), target));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
