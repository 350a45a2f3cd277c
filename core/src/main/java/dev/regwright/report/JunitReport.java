package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JUnit's XML: a suite for each file, a failure for each finding, and one passing case for a clean
 * file, as some systems take a report without cases for a mistake.
 */
final class JunitReport implements Report {
  private static final String PACKAGE = "dev.regwright.";

  private final Appendable out;
  private final List<Suite> suites = new ArrayList<>();

  JunitReport(Appendable out) {
    this.out = out;
  }

  private record Suite(String path, List<Shown> findings) {}

  @Override
  public void add(LintedFile file) {
    suites.add(new Suite(Printable.of(file.source().name()), Shown.of(file)));
  }

  @Override
  public void finish() throws IOException {
    int tests = 0;
    int failures = 0;
    for (Suite suite : suites) {
      tests += Math.max(1, suite.findings.size());
      failures += suite.findings.size();
    }
    XmlOutput xml = new XmlOutput(out);
    xml.open("testsuites", counted("regwright", tests, failures));
    for (Suite suite : suites) {
      int cases = Math.max(1, suite.findings.size());
      xml.open("testsuite", counted(suite.path, cases, suite.findings.size()));
      if (suite.findings.isEmpty()) {
        xml.empty("testcase", "name", PACKAGE + "clean", "classname", suite.path);
      }
      for (Shown shown : suite.findings) {
        failure(xml, suite.path, shown);
      }
      xml.close("testsuite");
    }
    xml.close("testsuites");
  }

  private static String[] counted(String name, int tests, int failures) {
    return new String[] {
      "name",
      name,
      "tests",
      String.valueOf(tests),
      "failures",
      String.valueOf(failures),
      "errors",
      "0"
    };
  }

  private static void failure(XmlOutput xml, String path, Shown shown) throws IOException {
    xml.open(
        "testcase",
        "name",
        PACKAGE + shown.finding().rule(),
        "classname",
        path,
        "line",
        String.valueOf(shown.line()),
        "column",
        String.valueOf(shown.column()));
    xml.text(
        "failure",
        shown.path() + ":" + shown.line() + ":" + shown.column() + ": " + shown.lines(),
        "message",
        shown.message(),
        "type",
        shown.finding().severity().label());
    xml.close("testcase");
  }
}
