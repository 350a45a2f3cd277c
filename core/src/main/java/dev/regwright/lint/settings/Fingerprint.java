package dev.regwright.lint.settings;

import dev.regwright.lint.LintedFile;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.talos.TalosFile.TextRange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names for the findings of one file that stay when lines move: made of the rule, the path, the
 * text of the line, and how many such there were before. A baseline is published with its
 * repository and weak secrets can be guessed from a hash, so none is part of it.
 */
final class Fingerprint {
  private static final int BYTES = 16;

  /** How long a fingerprint is. */
  static final int LENGTH = 2 * BYTES;

  private final LintedFile file;
  private final String path;
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<TextRange> secrets;

  /** For each secret: where it and those before it end at the latest. */
  private final int[] ends;

  Fingerprint(LintedFile file, String path) {
    this.file = file;
    this.path = path;
    this.secrets = new ArrayList<>(file.secrets());
    secrets.sort(Comparator.comparingInt(TextRange::start));
    this.ends = new int[secrets.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end = Math.max(end, secrets.get(i).end());
      ends[i] = end;
    }
  }

  /** To be asked once for each finding, in the order of the file. */
  String of(Finding finding) {
    String key = finding.rule() + '\n' + path + '\n' + line(finding).strip();
    return hash(key + '\n' + seen.merge(key, 1, Integer::sum));
  }

  private String line(Finding finding) {
    SourceFile source = file.source();
    int line = finding.span().startLine();
    if (!finding.span().path().equals(source.name()) || line > source.lineCount()) {
      return "";
    }
    String text = withoutSecrets(source.lineStart(line), source.lineText(line));
    // Where a file does not load nobody knows what is a secret: only the key counts.
    return finding.stage() == Stage.LOAD ? text.substring(0, keyEnd(text)) : withoutUser(text);
  }

  private static int keyEnd(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) != ':' && text.charAt(i) != '=') {
      i++;
    }
    return i == text.length() ? 0 : i; // no key at all may be a piece of anything
  }

  private String withoutSecrets(int start, String text) {
    StringBuilder left = new StringBuilder(text);
    int first = Arrays.binarySearch(ends, start);
    for (int i = first < 0 ? -first - 1 : first; i < ends.length; i++) {
      TextRange secret = secrets.get(i);
      if (secret.start() >= start + text.length()) {
        break;
      }
      int from = Math.max(0, secret.start() - start);
      int to = Math.min(text.length(), secret.end() - start);
      for (int k = from; k < to; k++) {
        left.setCharAt(k, '*');
      }
    }
    int last = left.length();
    while (last > 0 && left.charAt(last - 1) == '*') {
      last--; // nor is the length of the secret
    }
    return left.substring(0, last);
  }

  /** Without user name and password of URLs. */
  private static String withoutUser(String text) {
    int last = text.lastIndexOf('@');
    int scheme = text.indexOf("://");
    return scheme < 0 || last < scheme ? text : text.substring(0, scheme) + text.substring(last);
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
