package dev.regwright.report;

import dev.regwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names for findings that stay the same when lines are added above them: made of the rule, the
 * file, the text of the line and how many such there were before. The message is not part of them,
 * as it may be reworded.
 */
final class Fingerprints {
  private static final int BYTES = 16;

  private final Map<String, Integer> seen = new HashMap<>();

  /** The fingerprint of a finding; to be asked once for each, in the order of the report. */
  String of(Shown shown, SourceFile source) {
    boolean here = shown.finding().span().path().equals(source.name());
    String line = here && shown.line() <= source.lineCount() ? source.lineText(shown.line()) : "";
    String key = shown.finding().rule() + '\n' + shown.path() + '\n' + line.strip();
    int nth = seen.merge(key, 1, Integer::sum);
    return hash(key + '\n' + nth);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
