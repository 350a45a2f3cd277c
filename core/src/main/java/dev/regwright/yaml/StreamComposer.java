package dev.regwright.yaml;

import dev.regwright.source.SourceFile;
import dev.regwright.yaml.YamlProblem.Kind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Splits a text into documents and has each composed. The parser gives up at its first error, so
 * after one we start it anew at the next document separator; anchors stay known across documents,
 * as in go-yaml.
 */
final class StreamComposer {
  /** Enough to show what is wrong with a stream; a file with more is not YAML at all. */
  private static final int MAX_BROKEN = 200;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(Integer.MAX_VALUE)
          .setAllowNonScalarKeys(true)
          .setBufferSize(8192)
          .build();

  private final SourceFile source;
  private final GoYaml release;
  private final ParserText text;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private final Map<String, YamlAlias.Anchor> anchors = new HashMap<>();
  private final Texts texts = new Texts();
  private final int to;
  private int base; // index in the text where the running parser began
  private int broken;

  /**
   * Composes the documents between two indexes of the text, at both of which a document may begin.
   */
  StreamComposer(SourceFile source, GoYaml release, ParserText text, int from, int to) {
    this.source = source;
    this.release = release;
    this.text = text;
    this.base = from;
    this.to = to;
  }

  YamlStream compose() {
    reportEncoding();
    while (base >= 0) {
      base = parseFrom();
    }
    problems.sort(Comparator.comparingInt(YamlProblem::start));
    return new YamlStream(source, documents, problems);
  }

  private void reportEncoding() {
    int malformed = source.malformedAt().orElse(-1);
    int at = malformed >= 0 ? malformed : text.forbiddenAt();
    if (at < base || at >= to) {
      return;
    }
    String what =
        malformed >= 0
            ? "the bytes here are not UTF-8 text"
            : String.format(
                "the character U+%04X is not allowed in YAML", (int) source.text().charAt(at));
    problems.add(new YamlProblem(Kind.ENCODING, 0, at, at + 1, -1, what));
  }

  /** Parses from {@link #base} on; returns where to start anew after an error, or -1 at the end. */
  private int parseFrom() {
    int start = base;
    try {
      ParserImpl parser = parser();
      var composer = new DocumentComposer(parser, this);
      while (parser.hasNext()) {
        Event event = parser.next();
        if (event instanceof DocumentStartEvent begin) {
          start = index(begin.getStartMark());
          start = document(composer, begin, start);
        }
      }
      return -1;
    } catch (DepthExceededException e) {
      problem(
          Kind.TOO_DEEP,
          e.at(),
          e.at() + 1,
          -1,
          "nested more than " + DocumentComposer.MAX_DEPTH + " levels deep");
      return restart(start, e.at());
    } catch (MarkedYamlEngineException e) {
      int at = index(e.getProblemMark());
      problem(
          Kind.SYNTAX,
          at,
          at + 1,
          e.getContextMark().isPresent() ? index(e.getContextMark()) : -1,
          original(SyntaxMessage.of(e), false));
      return restart(start, at);
    } catch (YamlEngineException e) {
      problem(Kind.SYNTAX, start, start, -1, "not readable as YAML");
      return restart(start, start);
    }
  }

  private ParserImpl parser() {
    var reader = new StringReader(text.text().substring(base, to));
    var scanner = new ScannerImpl(SETTINGS, new StreamReader(SETTINGS, reader));
    TokenCheck check = text.delicate() ? new TokenCheck(this, base) : null;
    return new ParserImpl(SETTINGS, new TokenQueue(scanner, check));
  }

  /** Composes one document; returns its end. */
  private int document(DocumentComposer composer, DocumentStartEvent begin, int start) {
    int before = problems.size();
    if (GoYamlLimits.incompatibleVersion(begin)) {
      refuse(start, "go-yaml reads YAML 1.1 only: it refuses this %YAML directive");
    }
    YamlNode root = composer.compose();
    boolean bad = false;
    for (YamlProblem p : problems.subList(before, problems.size())) {
      bad |= p.kind() != Kind.DUPLICATE_KEY;
    }
    documents.add(new YamlDocument(bad ? null : root, start, composer.end()));
    return composer.end();
  }

  /** Leaves the broken document behind and finds the next separator. */
  private int restart(int start, int at) {
    broken++;
    int next = DocumentSeparators.next(text.text(), Math.max(at, start + 1));
    next = next < to ? next : -1;
    int end = next < 0 ? to : next;
    documents.add(new YamlDocument(null, start, end));
    if (next >= 0 && broken >= MAX_BROKEN) {
      problem(
          Kind.TOO_MANY,
          next,
          next + 1,
          -1,
          "more than " + MAX_BROKEN + " broken documents; the rest was not read");
      return -1;
    }
    return next;
  }

  void problem(Kind kind, int start, int end, int contextStart, String message) {
    int last = source.text().length();
    int count = documents.size();
    boolean behind = count > 0 && start < documents.get(count - 1).end();
    problems.add(
        new YamlProblem(
            kind,
            behind ? count - 1 : count,
            Math.min(start, last),
            Math.min(end, last),
            contextStart,
            message));
  }

  /** Reports what go-yaml refuses although the parser does not. */
  void refuse(int at, String message) {
    problem(Kind.SYNTAX, at, at + 1, -1, message);
  }

  GoYaml release() {
    return release;
  }

  int index(Optional<Mark> mark) {
    return mark.isPresent() ? text.index(base, mark.get().getIndex()) : base;
  }

  String text() {
    return text.text();
  }

  /** The character at an index, or a line feed at the end. */
  char charAt(int index) {
    return index < text.text().length() ? text.text().charAt(index) : '\n';
  }

  /** What the parser made of a piece of the text, with the characters of the original. */
  String original(String piece, boolean escapes) {
    return text.original(piece, escapes);
  }

  Map<String, YamlAlias.Anchor> anchors() {
    return anchors;
  }

  String shared(String piece) {
    return texts.shared(piece);
  }
}
