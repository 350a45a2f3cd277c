package dev.regwright.run;

import dev.regwright.report.Report;
import dev.regwright.report.ReportSettings;

/** Opens a report that is a front end's own. */
public interface ReportOpener {
  /** A report about a run. */
  Report open(ReportSettings settings);
}
