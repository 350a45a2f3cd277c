package dev.regwright.talos;

import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.talos.PflagSlice.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the registry flags of all commands of a shell text. */
final class FlagsReader {
  private final SourceFile source;
  private final TalosVersion version;
  private final FlagAdvice advice;
  private final List<FlagSpec> specs = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<TalosFile.TextRange> secrets = new ArrayList<>();
  private final Map<String, List<String>> mirrors = new LinkedHashMap<>();
  private final Map<String, Tls> tls = new LinkedHashMap<>();

  FlagsReader(SourceFile source, TalosVersion version) {
    this.source = source;
    this.version = version;
    this.advice = new FlagAdvice(version);
  }

  /** A flag with its value and where in the value's word the value begins. */
  private record Flag(String name, ShellWord word, int from) {
    String value() {
      return word.text().substring(from);
    }
  }

  TalosctlFlags read() {
    if (TalosctlFlags.mayBeIn(source.text())) {
      ShellText shell = ShellText.of(source.text());
      for (List<ShellWord> words : shell.commands()) {
        FlagCommand command = FlagCommand.of(words);
        if (command.mayBeTalosctl()) {
          command(command);
        }
      }
      for (int quote : shell.unclosed()) {
        if (TalosctlFlags.mayBeIn(source.text().substring(quote))) {
          findings.add(FlagAdvice.unclosed(source.span(quote, quote + 1)));
        }
      }
    }
    findings.sort(null);
    return new TalosctlFlags(source, config(), specs, findings, secrets);
  }

  private RegistryConfig config() {
    List<Mirror> all = new ArrayList<>();
    mirrors.forEach(
        (name, urls) -> all.add(new Mirror(name, urls.stream().map(Endpoint::of).toList(), null)));
    return RegistryConfig.of(all, List.of(), List.copyOf(tls.values()));
  }

  private void command(FlagCommand command) {
    Map<String, List<String>> here = new LinkedHashMap<>();
    TalosVersion contract = command.contract(version);
    for (Flag flag : flags(command)) {
      if (flag.name().equals(TalosctlFlags.INSECURE) && command.lacksInsecure(version)) {
        findings.add(FlagAdvice.unknownFlag(span(flag.word()), flag.name()));
        continue;
      }
      value(flag, contract, here);
    }
    here.forEach(this::merge);
  }

  private void value(Flag flag, TalosVersion contract, Map<String, List<String>> here) {
    PflagSlice slice = PflagSlice.of(flag.value());
    String failure = slice.failure();
    boolean runs = flag.value().contains("$(") || flag.value().indexOf('`') >= 0;
    if (flag.word().open() && (runs || failure != null)) {
      specs.add(new FlagSpec.Unknown(flag.value(), span(flag.word())));
    } else if (failure != null) {
      int at = flag.word().outer(flag.from() + slice.failedAt());
      int end = Math.max(at, Math.min(flag.word().end(), at + 1));
      findings.add(advice.badValue(source.span(at, end), flag.name(), flag.value(), failure));
    } else {
      for (Item item : slice.items()) {
        item(flag, item, contract, here);
      }
    }
  }

  /** Endpoints an earlier command has named are the same again. */
  private void merge(String name, List<String> urls) {
    List<String> known = mirrors.computeIfAbsent(name, key -> new ArrayList<>());
    List<String> before = List.copyOf(known);
    urls.stream().filter(url -> !before.contains(url)).forEach(known::add);
  }

  /** The registry flags of a command, as pflag finds them. */
  private List<Flag> flags(FlagCommand command) {
    List<Flag> flags = new ArrayList<>();
    List<ShellWord> words = command.words();
    for (int i = 0; i < words.size() && !words.get(i).text().equals("--"); i++) {
      ShellWord word = words.get(i);
      String name = flagName(word.text());
      if (name == null) {
        continue;
      }
      int dashes = word.text().startsWith("--") ? 2 : 1;
      int value = dashes + name.length() + 1;
      if (dashes == 1) {
        findings.add(FlagAdvice.oneDash(span(word), name));
      } else if (word.text().length() >= value) {
        flags.add(new Flag(name, word, value));
      } else if (i + 1 < words.size()) {
        flags.add(new Flag(name, words.get(++i), 0));
      } else {
        findings.add(FlagAdvice.noValue(span(word), name));
      }
    }
    return flags;
  }

  private static @Nullable String flagName(String word) {
    for (String name : List.of(TalosctlFlags.MIRROR, TalosctlFlags.INSECURE)) {
      int at = word.startsWith("--") ? 2 : 1;
      boolean found =
          word.startsWith("-")
              && word.startsWith(name, at)
              && (word.length() == at + name.length() || word.charAt(at + name.length()) == '=');
      if (found) {
        return name;
      }
    }
    return null;
  }

  private void item(Flag flag, Item item, TalosVersion contract, Map<String, List<String>> here) {
    String text = item.text();
    Span span = span(flag, item, 0, text.length());
    if (flag.name().equals(TalosctlFlags.INSECURE)) {
      specs.add(new FlagSpec.Insecure(text, span));
      tls.put(text, new Tls(text, null, null, true));
      advice.insecure(text, span).ifPresent(findings::add);
      return;
    }
    int equals = text.indexOf('=');
    int brace = text.indexOf("${");
    boolean inBraces = brace >= 0 && brace < equals && text.indexOf('}', brace) > equals;
    if (flag.word().open() && (equals < 0 || inBraces)) {
      specs.add(new FlagSpec.Unknown(text, span));
    } else if (equals < 0) {
      findings.add(advice.badSpec(span, text));
    } else {
      mirror(flag, item, equals, contract, here);
    }
  }

  private void mirror(
      Flag flag, Item item, int equals, TalosVersion contract, Map<String, List<String>> here) {
    String text = item.text();
    Span span = span(flag, item, 0, text.length());
    String name = text.substring(0, equals);
    String url = text.substring(equals + 1);
    Span urlSpan = span(flag, item, equals + 1, text.length());
    var spec = new FlagSpec.Mirror(name, url, span, span(flag, item, 0, equals), urlSpan);
    specs.add(spec);
    List<String> urls = here.computeIfAbsent(name, key -> new ArrayList<>());
    if (url.indexOf('@') >= 0) {
      secrets.add(range(flag, item, equals + 1, text.length()));
    }
    if (!flag.word().open()) {
      findings.addAll(advice.mirror(spec, urls.size(), contract));
    }
    urls.add(url);
  }

  private TalosFile.TextRange range(Flag flag, Item item, int from, int to) {
    int first = flag.from() + item.map().outer(from);
    int last = to > from ? flag.from() + item.map().outer(to - 1) + 1 : first;
    return new TalosFile.TextRange(flag.word().outer(first), flag.word().outerEnd(first, last));
  }

  private Span span(Flag flag, Item item, int from, int to) {
    TalosFile.TextRange range = range(flag, item, from, to);
    return source.span(range.start(), Math.max(range.start(), range.end()));
  }

  private Span span(ShellWord word) {
    return source.span(word.start(), word.end());
  }
}
