package dev.regwright.talos;

import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.YamlProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what is wrong with a file's YAML into findings. */
final class YamlFindings {
  private static final Pattern TEMPLATE = Pattern.compile("\\{[{%].*[%}]\\}");

  private YamlFindings() {}

  static Finding of(SourceFile source, YamlProblem problem) {
    Finding finding =
        rule(problem.kind())
            .finding(source.span(problem.start(), problem.end()), message(problem))
            .withHelp(help(source, problem))
            .withUpstream(upstream(source, problem));
    return problem.contextStart() < 0 || problem.contextStart() == problem.start()
        ? finding
        : finding.withRelated(
            source.span(problem.contextStart(), problem.contextStart() + 1),
            context(problem.kind()));
  }

  private static RuleInfo rule(YamlProblem.Kind kind) {
    return switch (kind) {
      case ENCODING -> LoadRules.YAML_ENCODING;
      case SYNTAX, TOO_MANY -> LoadRules.YAML_SYNTAX;
      case UNKNOWN_ANCHOR -> LoadRules.UNKNOWN_ANCHOR;
      case TOO_DEEP -> LoadRules.YAML_DEPTH;
      case DUPLICATE_KEY -> LoadRules.DUPLICATE_KEY;
    };
  }

  private static String message(YamlProblem problem) {
    return switch (problem.kind()) {
      case DUPLICATE_KEY ->
          "Talos refuses the file: this key is already defined in the same mapping";
      case SYNTAX -> "not YAML: " + problem.message();
      default -> problem.message();
    };
  }

  private static @Nullable String help(SourceFile source, YamlProblem problem) {
    return switch (problem.kind()) {
      case SYNTAX ->
          TEMPLATE.matcher(source.lineText(source.line(problem.start()))).find()
              ? "this looks like a template: lint what it renders to"
              : null;
      case ENCODING ->
          source.text().indexOf('\0') >= 0
              ? "this looks like a binary file"
              : "save the file as UTF-8 and remove the character";
      case DUPLICATE_KEY -> "remove one of the two";
      case UNKNOWN_ANCHOR ->
          "define the anchor before it is used; a text that begins with * needs quotes";
      case TOO_DEEP, TOO_MANY -> null;
    };
  }

  private static @Nullable String upstream(SourceFile source, YamlProblem problem) {
    return switch (problem.kind()) {
      case DUPLICATE_KEY -> {
        String key = source.text().substring(problem.start(), problem.end());
        yield "line %d: mapping key \"%s\" already defined at line %d"
            .formatted(
                source.line(problem.start()),
                KeyAdvice.quotable(unquoted(key)),
                source.line(problem.contextStart()));
      }
      case TOO_DEEP -> "exceeded max depth of 10000";
      default -> null;
    };
  }

  private static String unquoted(String key) {
    boolean quoted = key.length() >= 2 && (key.startsWith("\"") || key.startsWith("'"));
    return quoted ? key.substring(1, key.length() - 1) : key;
  }

  private static String context(YamlProblem.Kind kind) {
    return kind == YamlProblem.Kind.DUPLICATE_KEY ? "first defined here" : "it began here";
  }
}
