package dev.regwright.talos;

import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects findings and the ranges of secrets while a file is read, and knows where nodes stand.
 */
final class Report {
  private final Origins origins;
  private final List<Finding> findings = new ArrayList<>();
  private final List<TalosFile.TextRange> secrets = new ArrayList<>();

  Report(Origins origins) {
    this.origins = origins;
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
    if (target.end() > target.start() && origins.isBase(target)) {
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
    return origins.span(node);
  }

  /** The 1-based line go-yaml would name for a node. */
  int line(YamlNode node) {
    YamlNode target = node.resolved();
    return origins.source(target).line(target.outerStart());
  }

  /** The 1-based line a document of the file itself begins on. */
  int line(YamlDocument document) {
    return origins.base().line(document.start());
  }

  /** Whether the text of a node begins so. */
  boolean startsWith(String prefix, YamlNode node) {
    return origins.source(node).text().startsWith(prefix, node.start());
  }
}
