package dev.regwright.containerd;

import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.toml.TomlKey;
import dev.regwright.toml.TomlValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects findings and the ranges of secrets while a file is read. */
final class HostsReport {
  /** What becomes of a hosts.toml that does not decode. */
  static final String DROPPED =
      "containerd drops this whole file and pulls from the upstream, using only the *.crt and"
          + " *.cert files beside it: ";

  private final SourceFile source;
  private final String consequence;
  private final List<Finding> findings = new ArrayList<>();
  private final List<TextRange> secrets = new ArrayList<>();
  private @Nullable Finding error;

  HostsReport(SourceFile source, String consequence) {
    this.source = source;
    this.consequence = consequence;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  void add(RuleInfo rule, TextRange at, String message, @Nullable String help) {
    findings.add(rule.finding(span(at), message).withHelp(help));
  }

  /** A finding for which containerd drops the file, if it gets as far as that. */
  void drop(Finding finding) {
    findings.add(finding);
    if (error == null) {
      error = finding;
    }
  }

  void secret(TextRange at) {
    if (at.end() > at.start()) {
      secrets.add(at);
    }
  }

  List<TextRange> secrets() {
    return secrets;
  }

  /** The first finding for which containerd drops the file. */
  @Nullable Finding error() {
    return error;
  }

  /** All findings in the order of the file; the first with which it is refused says so. */
  List<Finding> findings() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.naturalOrder());
    for (int i = 0; i < sorted.size(); i++) {
      Finding finding = sorted.get(i);
      if (finding.stage() == Stage.LOAD) {
        sorted.set(i, with(consequence, finding));
        break;
      }
    }
    return sorted;
  }

  /** A finding whose message begins with what follows from it. */
  static Finding with(String consequence, Finding finding) {
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.stage(),
        finding.span(),
        consequence + finding.message(),
        finding.help(),
        finding.upstream(),
        finding.related(),
        finding.fixes());
  }

  Span span(TextRange at) {
    return source.span(at.start(), at.end());
  }

  SourceFile source() {
    return source;
  }

  static TextRange range(TomlValue value) {
    return new TextRange(value.start(), value.end());
  }

  static TextRange range(TomlKey key) {
    return new TextRange(key.start(), key.end());
  }
}
