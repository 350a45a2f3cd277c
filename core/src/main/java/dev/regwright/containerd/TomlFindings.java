package dev.regwright.containerd;

import dev.regwright.model.Secrets;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.SourceFile;
import dev.regwright.toml.TomlProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what is wrong with a file's TOML into findings. */
final class TomlFindings {
  private static final Pattern TEMPLATE = Pattern.compile("\\{[{%].*[%}]\\}");
  private static final Pattern CURLY_QUOTES = Pattern.compile("[\u2018\u2019\u201c\u201d]");

  private static final int LOOKED_AT = 200;

  private final SourceFile source;
  private final Behaviour behaviour;

  TomlFindings(SourceFile source, Behaviour behaviour) {
    this.source = source;
    this.behaviour = behaviour;
  }

  Finding of(TomlProblem problem) {
    String detail = problem.detail() == null ? "" : ": " + problem.detail();
    Finding finding =
        rule(problem.kind())
            .finding(source.span(problem.start(), problem.end()), problem.message() + detail)
            .withHelp(help(problem))
            .withUpstream(upstream(problem));
    return problem.firstStart() < 0
        ? finding
        : finding.withRelated(
            source.span(problem.firstStart(), problem.firstStart()), "first defined here");
  }

  private static RuleInfo rule(TomlProblem.Kind kind) {
    return switch (kind) {
      case ENCODING -> ContainerdRules.ENCODING;
      case SYNTAX -> ContainerdRules.SYNTAX;
      case DUPLICATE -> ContainerdRules.DUPLICATE;
    };
  }

  private @Nullable String upstream(TomlProblem problem) {
    String text = problem.upstream();
    if (text == null) {
      return null;
    }
    return (behaviour.first() ? "failed to parse TOML: " : "") + Secrets.withoutUserInfo(text);
  }

  private @Nullable String help(TomlProblem problem) {
    return switch (problem.kind()) {
      case ENCODING -> "save the file as UTF-8 without a byte order mark";
      case DUPLICATE -> "keep one of the two";
      case SYNTAX -> syntaxHelp(lineStart(problem.start()));
    };
  }

  /** The first characters of the line of an index: enough to recognise it. */
  private String lineStart(int index) {
    int start = source.lineStart(source.line(index));
    int end = Math.min(start + LOOKED_AT, source.text().length());
    return source.text().substring(start, end).lines().findFirst().orElse("");
  }

  private static @Nullable String syntaxHelp(String line) {
    if (TEMPLATE.matcher(line).find()) {
      return "this looks like a template: lint what it renders to";
    }
    if (line.startsWith("---")) {
      return "this line is YAML's; remove it";
    }
    if (CURLY_QUOTES.matcher(line).find()) {
      return "use the straight quotes \" or '";
    }
    if (line.stripLeading().startsWith("[host.") && line.contains("://[")) {
      return "containerd 1.x reads no IPv6 address in the name of a table; write it as server ="
          + " \"…\", or use a host name";
    }
    if (line.contains("://") && line.indexOf('"') < 0 && line.indexOf('\'') < 0) {
      return "put quotes around the URL";
    }
    return null;
  }
}
