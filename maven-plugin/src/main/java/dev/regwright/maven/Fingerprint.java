package dev.regwright.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One hash of all that a run depends on. Secrets go into it like everything else, behind a random
 * salt and mixed with the rest, so that nobody can try passwords against it one by one elsewhere.
 */
final class Fingerprint {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;

  Fingerprint(String salt) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    add("salt", salt);
  }

  /** Lengths keep neighbours apart. */
  Fingerprint add(String what, @Nullable Object value) {
    bytes(what);
    bytes(value == null ? "" : "=" + value);
    return this;
  }

  private void bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) ':');
    digest.update(bytes);
  }

  /** A file's name and bytes; one that is not there counts as such. */
  Fingerprint file(String what, @Nullable Path file) throws IOException {
    add(what, file);
    if (file == null || !Files.isRegularFile(file)) {
      return add("no file", null);
    }
    add("size", Files.size(file));
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return this;
  }

  /** The hash, in hexadecimal digits; ends this fingerprint. */
  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
