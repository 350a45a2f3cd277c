package dev.regwright.yaml;

import dev.regwright.yaml.YamlProblem.Kind;
import dev.regwright.yaml.YamlScalar.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/** Builds the trees of documents with a stack of its own, so that depth costs no call stack. */
final class DocumentComposer {
  /**
   * go-yaml's limit on flow levels and on indents ({@code max_flow_level}, {@code max_indents}).
   */
  static final int MAX_DEPTH = 10_000;

  private final ParserImpl parser;
  private final StreamComposer stream;
  private final Deque<Open> stack = new ArrayDeque<>();

  /** The children of all open collections; those of a mapping are its keys and values in turn. */
  private final List<YamlNode> children = new ArrayList<>();

  private @Nullable YamlNode root;
  private int end;

  /**
   * A collection whose end has not been read.
   *
   * @param first index of its first child in {@link #children}
   */
  private record Open(
      int start,
      boolean mapping,
      boolean flow,
      @Nullable NodeProperties properties,
      YamlAlias.@Nullable Anchor anchor,
      int first) {}

  DocumentComposer(ParserImpl parser, StreamComposer stream) {
    this.parser = parser;
    this.stream = stream;
  }

  /** Reads one document up to its end; returns its content. */
  YamlNode compose() {
    root = null;
    while (true) {
      Event event = parser.next();
      if (event instanceof DocumentEndEvent) {
        end = stream.index(event.getEndMark());
        break;
      }
      accept(event);
    }
    return root == null ? new YamlScalar(end, end, "", Style.PLAIN, null) : root;
  }

  /** Where the last document ended. */
  int end() {
    return end;
  }

  private void accept(Event event) {
    if (event instanceof ScalarEvent scalar) {
      YamlScalar node = scalar(scalar);
      add(node, anchor(node.properties()));
    } else if (event instanceof CollectionStartEvent begin) {
      open(begin);
    } else if (event instanceof AliasEvent alias) {
      add(alias(alias), null);
    } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
      close(event);
    }
  }

  private YamlScalar scalar(ScalarEvent event) {
    int outer = stream.index(event.getStartMark());
    int to = stream.index(event.getEndMark());
    Style style = style(event.getScalarStyle());
    NodeProperties properties = properties(event, event.getTag(), outer);
    int from = properties == null ? outer : content(event, properties, to);
    String bad = GoYamlLimits.badEscape(stream.text(), from, to, style);
    if (bad != null) {
      stream.refuse(from, bad);
    }
    return new YamlScalar(from, to, value(event, style, to), style, properties);
  }

  private String value(ScalarEvent event, Style style, int to) {
    String value = event.getValue();
    if (style == Style.LITERAL || style == Style.FOLDED) {
      value = GoYamlLimits.withoutAddedBreak(stream.text(), to, value);
    }
    return stream.shared(stream.original(value, style == Style.DOUBLE_QUOTED));
  }

  /** Where a scalar's content begins behind its anchor and tag. */
  private int content(ScalarEvent event, NodeProperties properties, int to) {
    boolean empty = event.getValue().isEmpty() && event.getScalarStyle() == ScalarStyle.PLAIN;
    if (empty) {
      return to;
    }
    int at = properties.start();
    int count = (properties.anchor() == null ? 0 : 1) + (properties.tag() == null ? 0 : 1);
    for (int i = 0; i < count; i++) {
      at = GoYamlLimits.skipProperty(stream.text(), at, to);
    }
    return at;
  }

  private @Nullable NodeProperties properties(NodeEvent event, Optional<String> tag, int start) {
    String anchor = event.getAnchor().map(a -> stream.original(a.getValue(), false)).orElse(null);
    if (anchor == null && tag.isEmpty()) {
      return null;
    }
    checkName(anchor, start);
    return new NodeProperties(start, anchor, tag.orElse(null));
  }

  private void checkName(@Nullable String name, int at) {
    String problem = name == null ? null : AnchorNames.problem(name, stream.release());
    if (problem != null) {
      stream.refuse(at, problem);
    }
  }

  private static Style style(ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
      case PLAIN -> Style.PLAIN;
    };
  }

  private YamlAlias alias(AliasEvent event) {
    int from = stream.index(event.getStartMark());
    int to = stream.index(event.getEndMark());
    String name = stream.original(event.getAlias().getValue(), false);
    checkName(name, from);
    YamlAlias.Anchor anchor = stream.anchors().get(name);
    if (anchor == null) {
      stream.problem(
          Kind.UNKNOWN_ANCHOR, from, to, -1, "no anchor of this name is defined before the alias");
      anchor = new YamlAlias.Anchor();
    }
    return new YamlAlias(from, to, name, anchor);
  }

  private void open(CollectionStartEvent event) {
    int outer = stream.index(event.getStartMark());
    if (stack.size() >= MAX_DEPTH) {
      throw new DepthExceededException(outer);
    }
    boolean mapping = event instanceof MappingStartEvent;
    NodeProperties properties = properties(event, event.getTag(), outer);
    stack.push(
        new Open(
            properties == null ? outer : content(event),
            mapping,
            event.isFlow(),
            properties,
            anchor(properties),
            children.size()));
  }

  /** Where a collection's content begins: the event's end is there, or behind the indicator. */
  private int content(CollectionStartEvent event) {
    int at = stream.index(event.getEndMark());
    boolean indentless = event instanceof SequenceStartEvent && stream.charAt(at) != '-';
    return event.isFlow() || indentless ? at - 1 : at;
  }

  private void close(Event event) {
    Open open = stack.pop();
    List<YamlNode> content = children.subList(open.first(), children.size());
    int to = open.flow() ? stream.index(event.getEndMark()) : lastEnd(open, content);
    if (open.mapping()) {
      List<YamlMapping.Entry> entries = entries(content);
      content.clear();
      add(
          new YamlMapping(open.start(), to, entries, open.flow(), open.properties()),
          open.anchor());
      DuplicateKeys.find(entries, this::duplicate);
    } else {
      List<YamlNode> items = List.copyOf(content);
      content.clear();
      add(new YamlSequence(open.start(), to, items, open.flow(), open.properties()), open.anchor());
    }
  }

  /**
   * A block collection's own end mark is the start of whatever follows it, so the last child tells
   * better.
   */
  private static int lastEnd(Open open, List<YamlNode> content) {
    return content.isEmpty() ? open.start() : content.get(content.size() - 1).end();
  }

  private static List<YamlMapping.Entry> entries(List<YamlNode> content) {
    var entries = new YamlMapping.Entry[content.size() / 2];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = new YamlMapping.Entry(content.get(2 * i), content.get(2 * i + 1));
    }
    return List.of(entries);
  }

  private void add(YamlNode node, YamlAlias.@Nullable Anchor anchor) {
    if (anchor != null) {
      anchor.complete(node);
    }
    if (stack.isEmpty()) {
      root = node;
    } else {
      children.add(node);
    }
  }

  /**
   * The slot of a node's anchor; known from the node's start on, so that it may refer to itself.
   */
  private YamlAlias.@Nullable Anchor anchor(@Nullable NodeProperties properties) {
    if (properties == null || properties.anchor() == null) {
      return null;
    }
    var anchor = new YamlAlias.Anchor();
    stream.anchors().put(properties.anchor(), anchor);
    return anchor;
  }

  private void duplicate(YamlNode first, YamlNode second) {
    stream.problem(
        Kind.DUPLICATE_KEY,
        second.start(),
        second.end(),
        first.start(),
        "the key is already defined");
  }
}
