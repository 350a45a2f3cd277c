package dev.regwright.yaml;

/** Finds lines that begin a document. */
final class DocumentSeparators {
  private DocumentSeparators() {}

  /** Index of the first {@code ---} at a line's start at or behind {@code from}, or -1. */
  static int next(String text, int from) {
    int at = text.indexOf("---", Math.min(from, text.length()));
    while (at >= 0) {
      if (startsLine(text, at) && endsMarker(text, at + 3)) {
        return at;
      }
      at = text.indexOf("---", at + 1);
    }
    return -1;
  }

  private static boolean startsLine(String text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }

  private static boolean endsMarker(String text, int at) {
    return at == text.length() || " \t\r\n".indexOf(text.charAt(at)) >= 0;
  }
}
