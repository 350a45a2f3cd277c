package dev.regwright.upgrade;

import dev.regwright.source.Finding;

/**
 * What makes findings of two releases the same: the rule and where it speaks. Words differ, as they
 * may name the release.
 */
record Place(String path, String rule, int line, int column) {
  static Place of(Finding finding) {
    return new Place(
        finding.span().path(),
        finding.rule(),
        finding.span().startLine(),
        finding.span().startColumn());
  }
}
