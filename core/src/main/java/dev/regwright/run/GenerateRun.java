package dev.regwright.run;

import dev.regwright.generate.GenerateRequest;
import dev.regwright.generate.GenerateResult;
import dev.regwright.generate.Generator;
import dev.regwright.model.Target;
import dev.regwright.report.Report;
import dev.regwright.report.ReportFormat;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import java.io.IOException;
import java.nio.file.FileSystemException;

/**
 * One run of {@code regwright generate}.
 *
 * @param file where to write; {@code -} is standard output
 * @param quiet whether to leave out what to do next
 */
public record GenerateRun(GenerateRequest request, String file, boolean quiet, Color color, Io io) {

  /** Runs; the exit code. */
  public int run() throws IOException, UsageException {
    GenerateResult result = Generator.generate(request);
    if (result instanceof GenerateResult.Refused refused) {
      throw new UsageException(refused.reason() + "; " + refused.remedy());
    }
    if (result instanceof GenerateResult.Lossy lossy) {
      return lossy(lossy);
    }
    if (result instanceof GenerateResult.Objected objected) {
      return objected(objected);
    }
    return write((GenerateResult.Done) result);
  }

  private int lossy(GenerateResult.Lossy lossy) {
    for (String loss : lossy.losses()) {
      io.say(loss);
    }
    io.say(
        "nothing was written, as " + lossy.form().word() + " cannot say all; choose another --to");
    return ExitCode.FINDINGS;
  }

  private int objected(GenerateResult.Objected objected) throws IOException {
    var settings =
        new ReportSettings(
            ToolVersion.text(), Target.talos(request.talos()), color.wanted(io), true);
    Report report = Reports.open(ReportFormat.TEXT, settings, io.out());
    report.add(objected.linted());
    report.finish();
    io.out().flush();
    if (objected.ours()) {
      io.say("internal error: this preset is not what it should be; please report it");
      return ExitCode.FAILURE;
    }
    boolean path =
        objected.linted().findings().stream()
            .anyMatch(finding -> finding.rule().equals("path-needs-override"));
    io.say(
        "nothing was written; "
            + Generator.NAME
            + " is what it would have been"
            + (path ? "; --override-path sets overridePath" : ""));
    return ExitCode.FINDINGS;
  }

  private int write(GenerateResult.Done done) throws IOException, UsageException {
    try {
      return new GeneratedOutput(done, file, quiet).write(io) ? ExitCode.CLEAN : ExitCode.FAILURE;
    } catch (FileSystemException e) {
      io.say(file + ": " + e.getReason());
      return ExitCode.FAILURE;
    }
  }

  /** Nothing of the request: it may hold secrets. */
  @Override
  public String toString() {
    return file;
  }
}
