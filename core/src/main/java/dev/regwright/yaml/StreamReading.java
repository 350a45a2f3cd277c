package dev.regwright.yaml;

import dev.regwright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a stream; a long one in pieces side by side. A line that begins with {@code ---} ends
 * whatever document is open, so that pieces cut there read as the whole does, unless an anchor or a
 * directive reaches across. The pieces depend on the text alone, and so does the answer.
 */
final class StreamReading {
  private static final int LONG = 1 << 20;
  private static final int PIECES = 4;

  private StreamReading() {}

  static YamlStream read(SourceFile source, GoYaml release) {
    ParserText text = ParserText.of(source.text(), release);
    int[] cuts = text.text().length() < LONG ? new int[0] : cuts(text.text());
    if (cuts.length == 0) {
      return new StreamComposer(source, release, text, 0, text.text().length()).compose();
    }
    List<YamlStream> pieces =
        IntStream.range(0, cuts.length - 1)
            .parallel()
            .mapToObj(
                i -> new StreamComposer(source, release, text, cuts[i], cuts[i + 1]).compose())
            .toList();
    return joined(source, pieces);
  }

  /**
   * Where the pieces begin and the last one ends; nothing when the text is better read in one go.
   */
  private static int[] cuts(String text) {
    if (text.indexOf('&') >= 0
        || text.startsWith("%")
        || text.contains("\n%")
        || text.contains("\r%")) {
      return new int[0];
    }
    List<Integer> cuts = new ArrayList<>(List.of(0));
    for (int i = 1; i < PIECES; i++) {
      int last = cuts.get(cuts.size() - 1);
      int from = (int) Math.max((long) text.length() * i / PIECES, last + 1L);
      int cut = DocumentSeparators.next(text, from);
      if (cut < 0) {
        break;
      }
      cuts.add(cut);
    }
    cuts.add(text.length());
    return cuts.size() > 2 ? cuts.stream().mapToInt(Integer::intValue).toArray() : new int[0];
  }

  private static YamlStream joined(SourceFile source, List<YamlStream> pieces) {
    List<YamlDocument> documents = new ArrayList<>();
    List<YamlProblem> problems = new ArrayList<>();
    for (YamlStream piece : pieces) {
      for (YamlProblem problem : piece.problems()) {
        problems.add(problem.behind(documents.size()));
      }
      documents.addAll(piece.documents());
    }
    return new YamlStream(source, documents, problems);
  }
}
