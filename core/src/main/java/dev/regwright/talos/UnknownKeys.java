package dev.regwright.talos;

import dev.regwright.talos.Shape.ListOf;
import dev.regwright.talos.Shape.MapOf;
import dev.regwright.talos.Shape.Struct;
import dev.regwright.yaml.ScalarKind;
import dev.regwright.yaml.YamlAlias;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * Reports keys Talos's types do not have, as {@code CheckUnknownKeys} of siderolabs/gen finds them.
 * That check does not follow aliases: keys hidden behind one are silently ignored, which we say
 * too, but as our own word.
 */
final class UnknownKeys {
  private final Report report;

  UnknownKeys(Report report) {
    this.report = report;
  }

  void check(YamlNode node, Shape shape) {
    check(node, shape, false);
  }

  private void check(YamlNode node, Shape shape, boolean hidden) {
    if (node instanceof YamlAlias alias) {
      if (!hidden) {
        check(alias.resolved(), shape, true);
      }
    } else if (node instanceof YamlMapping mapping) {
      checkMapping(mapping, shape, hidden);
    } else if (node instanceof YamlSequence sequence && shape instanceof ListOf list) {
      for (YamlNode item : sequence.items()) {
        check(item, list.item(), hidden);
      }
    } else if (node instanceof YamlSequence && shape instanceof Struct struct && !hidden) {
      String upstream = "unexpected type for yaml sequence: " + struct.goType();
      report.add(
          LoadRules.UNKNOWN_KEY
              .finding(report.span(node), "Talos takes no list here")
              .withUpstream(upstream));
    }
  }

  private void checkMapping(YamlMapping mapping, Shape shape, boolean hidden) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!(entry.key() instanceof YamlScalar key)) {
        aliasKey(entry.key(), hidden);
        continue;
      }
      if (shape instanceof MapOf map) {
        // What an alias merges in are entries of this map; written out, Talos takes it for one.
        boolean merged = key.kind() == ScalarKind.MERGE && entry.value() instanceof YamlAlias;
        check(entry.value(), merged ? map : map.value(), hidden);
      } else if (shape instanceof Struct struct) {
        Shape field = struct.fields().get(key.text());
        if (field != null) {
          check(entry.value(), field, hidden);
        } else if (!struct.open()) {
          unknown(key, struct, hidden);
        }
      }
    }
  }

  /**
   * Keys that are collections were refused by the decoder; an alias it takes, but this check does
   * not.
   */
  private void aliasKey(YamlNode key, boolean hidden) {
    if (key instanceof YamlAlias && !hidden) {
      report.add(
          LoadRules.UNKNOWN_KEY,
          key,
          "Talos takes no alias as a key",
          "unexpected mapping key type");
    }
  }

  private void unknown(YamlScalar key, Struct struct, boolean hidden) {
    String name = KeyAdvice.quotable(key.text());
    @Nullable String help = KeyAdvice.help(key.text(), struct);
    if (hidden) {
      report.add(
          LoadRules.IGNORED_KEY
              .finding(
                  report.span(key),
                  "Talos silently ignores " + name + ": it does not check keys behind an alias")
              .withHelp(help));
      return;
    }
    report.add(
        LoadRules.UNKNOWN_KEY
            .finding(report.span(key), KeyAdvice.message(name, struct))
            .withHelp(help)
            .withUpstream("unknown keys found during decoding: " + name));
  }
}
