package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checkstyle's XML, which many systems read. */
final class CheckstyleReport implements Report {
  private final Appendable out;
  private @Nullable XmlOutput xml;

  CheckstyleReport(Appendable out) {
    this.out = out;
  }

  private XmlOutput begun() throws IOException {
    XmlOutput known = xml;
    if (known == null) {
      known = new XmlOutput(out);
      known.open("checkstyle", "version", "4.3");
      xml = known;
    }
    return known;
  }

  @Override
  public void add(LintedFile file) throws IOException {
    List<Shown> findings = Shown.of(file);
    XmlOutput xml = begun();
    if (findings.isEmpty()) {
      return;
    }
    xml.open("file", "name", Printable.of(file.source().name()));
    for (Shown shown : findings) {
      xml.empty(
          "error",
          "line",
          String.valueOf(shown.line()),
          "column",
          String.valueOf(shown.column()),
          "severity",
          shown.finding().severity().label(),
          "message",
          shown.lines(),
          "source",
          "regwright." + shown.finding().rule());
    }
    xml.close("file");
  }

  @Override
  public void finish() throws IOException {
    begun().close("checkstyle");
  }
}
