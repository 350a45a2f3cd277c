package dev.regwright.pki;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code testdata/pki}, wherever above the working directory it stands. */
final class PkiData {
  private static final Pattern FILE = Pattern.compile("\\$\\{([^}]+)}");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PkiData() {}

  static Path directory() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null && !Files.isDirectory(directory.resolve("testdata/pki"))) {
      directory = directory.getParent();
    }
    if (directory == null) {
      throw new IllegalStateException("no testdata/pki above the working directory");
    }
    return directory.resolve("testdata/pki");
  }

  /** The text of {@code pem/name}. */
  static String pem(String name) {
    return read(directory().resolve("pem").resolve(name));
  }

  /** What OpenSSL made of the key of that name. */
  static String pkcs8(String name) {
    return read(directory().resolve("pkcs8").resolve(name));
  }

  /** The only block of {@code pem/name}. */
  static PemBlock block(String name) {
    return Pem.first(pem(name)).orElseThrow();
  }

  static List<String> names(String folder) {
    try (Stream<Path> files = Files.list(directory().resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The recorded answers of Go. */
  static Stream<JsonNode> answers() {
    return read(directory().resolve("go-answers.jsonl")).lines().map(PkiData::parse);
  }

  /** A text field of a case, with file names replaced by the files' texts. */
  static String text(JsonNode node, String field) {
    Matcher matcher = FILE.matcher(node.path(field).asText());
    return matcher.replaceAll(found -> Matcher.quoteReplacement(pem(found.group(1))));
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
