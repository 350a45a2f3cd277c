package dev.regwright.report;

import dev.regwright.source.SourceFile;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Tells which lines of a file belong to a secret that began on an earlier line. It knows just
 * enough of YAML for that, because it must also work for files that are no YAML: what is indented
 * below a secret's key, what follows it without being a key, what an open quote or a private key's
 * header leaves open. Reads from top to bottom, as far as anybody asks.
 */
final class SecretLines {
  private final SourceFile source;
  private final KeyNames names;
  private final SecretRanges known;
  private final BitSet owned = new BitSet();
  private final BitSet fields = new BitSet();
  private int read;

  /**
   * Columns, counted from 1, of the keys whose values we are in; negated for those that hold
   * fields.
   */
  private int[] owners = new int[8];

  private int depth;
  private char openQuote;
  private boolean inPem;

  /** Where the last secret ends that the reader knows. */
  private int knownEnd;

  /**
   * For a file.
   *
   * @param known what the reader knows to be secret; where one of those ends is no guess
   */
  SecretLines(SourceFile source, KeyNames names, SecretRanges known) {
    this.source = source;
    this.names = names;
    this.known = known;
  }

  /** Whether a 1-based line belongs to a secret that began before it. */
  boolean contains(int line) {
    readTo(line);
    return owned.get(line);
  }

  /**
   * Whether a 1-based line is a field of a key such as {@code auth}: known fields of it may be
   * shown.
   */
  boolean isField(int line) {
    readTo(line);
    return fields.get(line);
  }

  private void readTo(int line) {
    while (read < line) {
      read++;
      owned.set(read, next(source.lineText(read)));
    }
  }

  private boolean next(String line) {
    int content = LineParts.content(line);
    if (content >= line.length()) {
      return false;
    }
    if (LineParts.separator(line)) {
      depth = 0;
      openQuote = 0;
      inPem = false;
      return false;
    }
    if (source.lineStart(read) < knownEnd) {
      return true;
    }
    if (inPem) {
      inPem = !line.contains(LineParts.PEM_END);
      return true;
    }
    if (openQuote != 0) {
      openQuote = LineParts.behindQuote(line, 0, openQuote) < 0 ? openQuote : 0;
      return true;
    }
    inPem = LineParts.opensPrivateKey(line);
    return field(line, content);
  }

  /** A line outside quotes: see whether a key before it owns it, and what it opens itself. */
  private boolean field(String line, int content) {
    int colon = LineParts.keyEnd(line, content);
    release(line, content, colon);
    boolean field = depth > 0 && owners[depth - 1] < 0 && colon >= 0;
    fields.set(read, field);
    boolean inSecret = depth > 0 && !field;
    LineKeys keys = new LineKeys(line, names);
    boolean opens = opensSecret(keys);
    if (opens && !inSecret) {
      push(content + 1, keys.holdsFields());
    }
    if (opens || inSecret) {
      openQuote = LineParts.openQuote(line, opens ? keys.value() : Math.max(colon, content));
    }
    return inSecret;
  }

  /** Goes to the first key whose secret ends nobody knows where. */
  private boolean opensSecret(LineKeys keys) {
    int start = source.lineStart(read);
    while (keys.nextSecret()) {
      int end = known.endOf(start + keys.value());
      if (end < 0) {
        return true;
      }
      knownEnd = end;
      keys.skipTo(end - start);
    }
    return false;
  }

  /**
   * A key ends what keys at its column or to the right of it own, and so do a list's collection and
   * a closing bracket; any other line ends nothing.
   */
  private void release(String line, int content, int colon) {
    boolean item = content > LineParts.skipBlanks(line, 0);
    boolean opens = item && (line.charAt(content) == '{' || line.charAt(content) == '[');
    boolean structure = colon >= 0 || opens || LineParts.punctuation(line);
    while (structure && depth > 0 && Math.abs(owners[depth - 1]) > content) {
      depth--;
    }
  }

  private void push(int column, boolean holdsFields) {
    if (depth == owners.length) {
      owners = Arrays.copyOf(owners, depth * 2);
    }
    owners[depth++] = holdsFields ? -column : column;
  }
}
