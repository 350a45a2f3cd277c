package dev.regwright.yaml;

import dev.regwright.yaml.YamlProblem.Kind;
import dev.regwright.yaml.YamlScalar.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
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
import org.snakeyaml.engine.v2.parser.ParserImpl;

/** Builds the tree of one document with a stack of its own, so that depth costs no call stack. */
final class DocumentComposer {
  /**
   * go-yaml's limit on flow levels and on indents ({@code max_flow_level}, {@code max_indents}).
   */
  static final int MAX_DEPTH = 10_000;

  private static final int FEW_KEYS = 8;

  private final ParserImpl parser;
  private final StreamComposer stream;
  private final Deque<Open> stack = new ArrayDeque<>();
  private @Nullable YamlNode root;
  private int end;

  /**
   * A collection whose end has not been read; the children of a mapping are its keys and values in
   * turn.
   */
  private record Open(
      int start,
      boolean mapping,
      boolean flow,
      @Nullable String tag,
      YamlAlias.@Nullable Anchor anchor,
      List<YamlNode> children) {}

  DocumentComposer(ParserImpl parser, StreamComposer stream) {
    this.parser = parser;
    this.stream = stream;
  }

  /** Reads up to the document's end; returns its content. */
  YamlNode compose() {
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

  int end() {
    return end;
  }

  private void accept(Event event) {
    if (event instanceof ScalarEvent scalar) {
      add(scalar(scalar), anchor(scalar));
    } else if (event instanceof CollectionStartEvent begin) {
      open(begin);
    } else if (event instanceof AliasEvent alias) {
      add(alias(alias), null);
    } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
      close(event);
    }
  }

  private YamlScalar scalar(ScalarEvent event) {
    int from = stream.index(event.getStartMark());
    int to = stream.index(event.getEndMark());
    Style style = style(event.getScalarStyle());
    String bad = GoYamlLimits.badEscape(stream.text(), from, to, style);
    if (bad != null) {
      stream.problem(Kind.SYNTAX, from, from + 1, -1, bad);
    }
    boolean key =
        !stack.isEmpty() && stack.peek().mapping() && stack.peek().children().size() % 2 == 0;
    String text = key ? stream.shared(event.getValue()) : event.getValue();
    return new YamlScalar(from, to, text, style, event.getTag().orElse(null));
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
    String name = event.getAlias().getValue();
    YamlAlias.Anchor anchor = stream.anchors().get(name);
    if (anchor == null) {
      stream.problem(
          Kind.UNKNOWN_ANCHOR,
          from,
          to,
          -1,
          "no anchor named " + name + " is defined before this alias");
      anchor = new YamlAlias.Anchor();
    }
    return new YamlAlias(from, to, name, anchor);
  }

  private void open(CollectionStartEvent event) {
    int from = stream.index(event.getStartMark());
    if (stack.size() >= MAX_DEPTH) {
      throw new DepthExceededException(from);
    }
    boolean mapping = event instanceof MappingStartEvent;
    stack.push(
        new Open(
            from,
            mapping,
            event.isFlow(),
            event.getTag().orElse(null),
            anchor(event),
            new ArrayList<>(mapping ? 8 : 4)));
  }

  private void close(Event event) {
    Open open = stack.pop();
    int to = open.flow() ? stream.index(event.getEndMark()) : lastEnd(open);
    if (open.mapping()) {
      List<YamlMapping.Entry> entries = entries(open.children());
      add(new YamlMapping(open.start(), to, entries, open.flow(), open.tag()), open.anchor());
      reportDuplicates(entries);
    } else {
      add(
          new YamlSequence(open.start(), to, List.copyOf(open.children()), open.flow(), open.tag()),
          open.anchor());
    }
  }

  /**
   * A block collection's own end mark is the start of whatever follows it, so the last child tells
   * better.
   */
  private static int lastEnd(Open open) {
    List<YamlNode> children = open.children();
    return children.isEmpty() ? open.start() : children.get(children.size() - 1).end();
  }

  private static List<YamlMapping.Entry> entries(List<YamlNode> children) {
    var entries = new YamlMapping.Entry[children.size() / 2];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = new YamlMapping.Entry(children.get(2 * i), children.get(2 * i + 1));
    }
    return List.of(entries);
  }

  private void add(YamlNode node, YamlAlias.@Nullable Anchor anchor) {
    if (anchor != null) {
      anchor.complete(node);
    }
    Open parent = stack.peek();
    if (parent == null) {
      root = node;
    } else {
      parent.children().add(node);
    }
  }

  /**
   * The slot of a node's anchor; known from the node's start on, so that it may refer to itself.
   */
  private YamlAlias.@Nullable Anchor anchor(NodeEvent event) {
    Optional<Anchor> name = event.getAnchor();
    if (name.isEmpty()) {
      return null;
    }
    var anchor = new YamlAlias.Anchor();
    stream.anchors().put(name.get().getValue(), anchor);
    return anchor;
  }

  /**
   * As go-yaml's {@code uniqueKeys}: keys are equal when their kind and their text as written are.
   */
  private void reportDuplicates(List<YamlMapping.Entry> entries) {
    if (entries.size() <= FEW_KEYS) {
      for (int i = 1; i < entries.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (sameKey(entries.get(i).key(), entries.get(j).key())) {
            duplicate(entries.get(j).key(), entries.get(i).key());
            break;
          }
        }
      }
      return;
    }
    Map<Object, YamlNode> seen = new HashMap<>();
    for (YamlMapping.Entry entry : entries) {
      YamlNode first = seen.putIfAbsent(keyIdentity(entry.key()), entry.key());
      if (first != null) {
        duplicate(first, entry.key());
      }
    }
  }

  private record AliasKey(String name) {}

  /** Two keys are duplicates when these are equal; collections never are. */
  private static Object keyIdentity(YamlNode key) {
    if (key instanceof YamlScalar scalar) {
      return scalar.text();
    }
    return key instanceof YamlAlias alias ? new AliasKey(alias.name()) : key.start();
  }

  private static boolean sameKey(YamlNode a, YamlNode b) {
    return keyIdentity(a).equals(keyIdentity(b));
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
