package dev.regwright.talos;

import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects findings and the ranges of secrets while a file is read, and knows where nodes stand.
 */
final class Report {
  private final SourceFile source;
  private final List<Finding> findings = new ArrayList<>();
  private final List<TalosFile.TextRange> secrets = new ArrayList<>();

  Report(SourceFile source) {
    this.source = source;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  void add(RuleInfo rule, YamlNode node, String message, String upstream) {
    findings.add(rule.finding(span(node), message).withUpstream(upstream));
  }

  void addAll(Report other) {
    findings.addAll(other.findings);
    secrets.addAll(other.secrets);
  }

  void secret(YamlNode node) {
    YamlNode target = node.resolved();
    if (target.end() > target.start()) {
      secrets.add(new TalosFile.TextRange(target.start(), target.end()));
    }
  }

  List<Finding> findings() {
    return findings;
  }

  List<TalosFile.TextRange> secrets() {
    return secrets;
  }

  Span span(YamlNode node) {
    return NodeSpans.of(source, node);
  }

  /** The 1-based line go-yaml would name for a node. */
  int line(YamlNode node) {
    return source.line(node.resolved().outerStart());
  }

  String text() {
    return source.text();
  }
}
