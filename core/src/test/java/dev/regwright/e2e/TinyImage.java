package dev.regwright.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An image without layers, and how it gets into a registry. */
final class TinyImage {
  private static final String CONFIG =
      "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
  private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";

  private TinyImage() {}

  /**
   * Pushes the image.
   *
   * @param base scheme, host, port and path prefix, without {@code /v2}
   */
  static void push(HttpClient client, String base, String repository, String tag)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    String repositoryUrl = base + "/v2/" + repository;
    HttpResponse<String> started =
        send(
            client,
            HttpRequest.newBuilder(URI.create(repositoryUrl + "/blobs/uploads/"))
                .POST(BodyPublishers.noBody()),
            202);
    String location = started.headers().firstValue("Location").orElseThrow();
    URI upload = URI.create(repositoryUrl + "/").resolve(location);
    String digest = digest(CONFIG);
    send(
        client,
        HttpRequest.newBuilder(
                URI.create(upload + (upload.getQuery() == null ? "?" : "&") + "digest=" + digest))
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofString(CONFIG)),
        201);
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"%s\",\"size\":%d},\"layers\":[]}"
            .formatted(MANIFEST_TYPE, digest, CONFIG.length());
    send(
        client,
        HttpRequest.newBuilder(URI.create(repositoryUrl + "/manifests/" + tag))
            .header("Content-Type", MANIFEST_TYPE)
            .PUT(BodyPublishers.ofString(manifest)),
        201);
  }

  private static HttpResponse<String> send(
      HttpClient client, HttpRequest.Builder request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() != expected) {
      throw new IOException(
          request.build().uri() + " answers " + response.statusCode() + ": " + response.body());
    }
    return response;
  }

  private static String digest(String text) throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256:" + HexFormat.of().formatHex(hash);
  }
}
