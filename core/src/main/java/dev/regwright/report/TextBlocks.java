package dev.regwright.report;

import dev.regwright.source.Finding;
import java.io.IOException;

/** Takes the text report in its parts, for who gives each of them a place of its own. */
public interface TextBlocks {
  /**
   * One finding.
   *
   * @param text its block of lines, which ends in an empty one; changes after the call
   */
  void finding(Finding finding, CharSequence text) throws IOException;

  /** The line that sums up, at the end of a report that has one. */
  void summary(CharSequence text) throws IOException;
}
