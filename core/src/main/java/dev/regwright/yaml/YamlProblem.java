package dev.regwright.yaml;

/**
 * Why a document could not be read as go-yaml reads it. Messages never quote the document's values.
 *
 * @param kind what sort of problem
 * @param document 0-based number of the document it stands in
 * @param start index in the text
 * @param end index behind it
 * @param contextStart index where the construct began that the problem ended, or -1
 * @param message what is wrong, without a full stop
 */
public record YamlProblem(
    Kind kind, int document, int start, int end, int contextStart, String message) {

  /** This problem in a stream that has some documents in front. */
  YamlProblem behind(int documents) {
    return new YamlProblem(kind, document + documents, start, end, contextStart, message);
  }

  /** The sorts of problem. */
  public enum Kind {
    /** Bytes that are not text, or characters YAML does not allow. */
    ENCODING,
    /** Not YAML. */
    SYNTAX,
    /** An alias to an anchor that is not defined before it. */
    UNKNOWN_ANCHOR,
    /** Nested deeper than go-yaml follows. */
    TOO_DEEP,
    /**
     * The same key twice in one mapping; the context is the first one. The document is still read.
     */
    DUPLICATE_KEY,
    /** More broken documents than we report; the rest of the stream was not read. */
    TOO_MANY
  }
}
