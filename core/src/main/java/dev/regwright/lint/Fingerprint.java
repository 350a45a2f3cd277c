package dev.regwright.lint;

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
 * text of the line, and how many such there were before. The message is not part of them, as it may
 * be reworded. A baseline is published with its repository and reports are shown to many, and weak
 * secrets can be guessed from a hash: so none is part of it.
 */
public final class Fingerprint {
  private static final int BYTES = 16;

  /** How long a fingerprint is. */
  public static final int LENGTH = 2 * BYTES;

  private final LintedFile file;
  private final String path;
  private final Map<String, Integer> seen;
  private final List<TextRange> secrets;

  /** For each secret: where it and those before it end at the latest. */
  private final int[] ends;

  /**
   * Names for the findings of one file.
   *
   * @param path what the file is called in them
   */
  public Fingerprint(LintedFile file, String path) {
    this(file, path, new HashMap<>());
  }

  /**
   * Names that differ from those of other files too, be they called the same.
   *
   * @param seen what all of them count in
   */
  public Fingerprint(LintedFile file, String path, Map<String, Integer> seen) {
    this.file = file;
    this.path = path;
    this.seen = seen;
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
  public String of(Finding finding) {
    String key = finding.rule() + '\n' + path + '\n' + line(finding).strip();
    return hash(key + '\n' + seen.merge(key, 1, Integer::sum));
  }

  private String line(Finding finding) {
    SourceFile source = file.source();
    int line = finding.span().startLine();
    boolean here = finding.span().path().equals(source.name()) && line <= source.lineCount();
    if (!here || unreadable(finding.rule())) {
      return "";
    }
    String text = withoutSecrets(source.lineStart(line), source.lineText(line));
    // Where a file does not load, or a key is unknown, nobody knows what is a secret: only the key
    // counts.
    boolean unknown = finding.stage() == Stage.LOAD || finding.rule().endsWith("ignored-key");
    return unknown ? text.substring(0, keyEnd(text)) : withoutUser(text);
  }

  /** Where nothing parses even a key may be a piece of a secret on several lines. */
  private static boolean unreadable(String rule) {
    return rule.endsWith("-syntax") || rule.endsWith("-encoding");
  }

  private static int keyEnd(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) != ':' && text.charAt(i) != '=') {
      i++;
    }
    return i == text.length() ? 0 : i; // no key at all may be a piece of anything
  }

  /** With one sign for each secret: not even its length is told. */
  private String withoutSecrets(int start, String text) {
    StringBuilder left = new StringBuilder();
    int copied = 0;
    int first = Arrays.binarySearch(ends, start);
    for (int i = first < 0 ? -first - 1 : first; i < ends.length; i++) {
      TextRange secret = secrets.get(i);
      if (secret.start() >= start + text.length()) {
        break;
      }
      int from = Math.max(copied, secret.start() - start);
      int to = Math.min(text.length(), secret.end() - start);
      if (from < to) {
        left.append(text, copied, from).append('*');
        copied = to;
      }
    }
    return left.append(text, copied, text.length()).toString();
  }

  /** Without user name and password of URLs, and without a query, which may hold a token. */
  private static String withoutUser(String text) {
    int last = text.lastIndexOf('@');
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      return text;
    }
    String clean = last < scheme ? text : text.substring(0, scheme) + text.substring(last);
    int query = clean.indexOf('?', scheme);
    return query < 0 ? clean : clean.substring(0, query);
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
