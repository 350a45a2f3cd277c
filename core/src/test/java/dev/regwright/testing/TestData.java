package dev.regwright.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The files under {@code testdata} at the root of the repository. */
public final class TestData {
  private TestData() {}

  /** A file by its name relative to {@code testdata}. */
  public static Path path(String name) {
    return Path.of(System.getProperty("regwright.testdata", "../testdata")).resolve(name);
  }

  /** The records of a gzipped file with one JSON value on each line. */
  public static List<JsonNode> jsonLines(String name) {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> records = new ArrayList<>();
    try (var in = new GZIPInputStream(Files.newInputStream(path(name)));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        records.add(mapper.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }
}
