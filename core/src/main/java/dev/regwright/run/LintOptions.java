package dev.regwright.run;

import dev.regwright.lint.Fixer;
import dev.regwright.lint.settings.Profile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to lint, and how.
 *
 * @param paths files, directories, or {@code -} for standard input
 * @param stdinName what standard input is called in the report
 * @param told versions and rules
 * @param config the settings file; null to look for one
 * @param reports the reports to make
 * @param failOn from which severity on the run fails
 * @param baseline the accepted findings; null for none
 * @param fixer what repairs the files; null to leave them alone
 * @param diff whether to show what it would do instead of writing it
 * @param color when to colour the report
 * @param quiet whether to print findings and failures only
 */
public record LintOptions(
    List<String> paths,
    String stdinName,
    Profile.Told told,
    @Nullable Path config,
    List<ReportTarget> reports,
    FailOn failOn,
    LintBaseline.@Nullable Asked baseline,
    @Nullable Fixer fixer,
    boolean diff,
    Color color,
    boolean quiet) {}
