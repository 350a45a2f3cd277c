package dev.regwright.maven;

import dev.regwright.run.FailOn;
import dev.regwright.run.ReportTarget;
import dev.regwright.run.UsageException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that lint take, and what it means. */
abstract class LintParameters extends RegwrightMojo {
  /**
   * The files to lint: patterns as in {@code .gitignore}, from the project's directory, or names of
   * files and directories. By default every {@code *.yaml}, {@code *.yml} and {@code hosts.toml} of
   * the project, without its build directory, its modules and hidden directories. Of what patterns
   * find, files that configure no registries are left out. Example: {@code
   * <includes><include>talos/**</include></includes>} or {@code -Dregwright.includes=talos/}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.includes")
  @Nullable List<String> includes;

  /**
   * What to leave out: patterns as in {@code .gitignore}, from the project's directory. Example:
   * {@code <excludes><exclude>src/test/</exclude></excludes>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.excludes")
  @Nullable List<String> excludes;

  /**
   * Judges files as complete configurations, as {@code talosctl validate --mode} does: {@code
   * metal}, {@code cloud} or {@code container}. Example: {@code <mode>metal</mode>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.mode")
  @Nullable String mode;

  /**
   * The settings file; by default the nearest {@code .regwright.yaml} from each file's directory
   * upward, as far as the repository goes. Example: {@code
   * <configFile>config/regwright.yaml</configFile>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.configFile")
  @Nullable File configFile;

  /**
   * A file of findings that are accepted; only others are reported. Example: {@code
   * <baseline>regwright-baseline.txt</baseline>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.baseline")
  @Nullable File baseline;

  /**
   * From which severity on findings fail the build: {@code error}, {@code warning}, {@code info} or
   * {@code never}. Example: {@code <failOn>warning</failOn>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.failOn", defaultValue = "error")
  String failOn;

  /**
   * Reports to write, beside what the log says: {@code FORMAT=FILE} with {@code text}, {@code
   * concise}, {@code json}, {@code jsonl}, {@code sarif}, {@code github}, {@code gitlab}, {@code
   * junit}, {@code checkstyle} or {@code markdown}. Example: {@code
   * <formats><format>sarif=target/regwright.sarif</format></formats>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.formats")
  @Nullable List<String> formats;

  /**
   * The only rules to report. Example: {@code <select><rule>path-needs-override</rule></select>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.select")
  @Nullable List<String> select;

  /**
   * Rules not to report. Example: {@code <ignore><rule>endpoint-port</rule></ignore>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.ignore")
  @Nullable List<String> ignore;

  FailOn failOn() throws UsageException {
    return FailOn.of(failOn.strip());
  }

  /** The log says all that there is, so a report needs a file; its path is the project's. */
  List<ReportTarget> reports() throws UsageException {
    List<String> words = new ArrayList<>();
    for (String word : list(formats)) {
      int equals = word.indexOf('=');
      String file = equals < 0 ? "" : word.substring(equals + 1);
      if (file.isEmpty() || file.equals("-")) {
        ReportTarget.of(List.of(equals < 0 ? word : word.substring(0, equals)), Map.of());
        throw new UsageException(
            "<formats> takes FORMAT=FILE, such as sarif=target/regwright.sarif,"
                + " not '"
                + word
                + "'; the log is for people already");
      }
      words.add(word.substring(0, equals + 1) + Places.name(places().resolve(file)));
    }
    return ReportTarget.of(words, Map.of());
  }
}
