package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.source.Finding;
import dev.regwright.source.Related;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The report for people: what will happen, where it stands in the file, what to do about it. */
final class TextReport implements Report {
  private final ReportSettings settings;
  private final TextBlocks out;
  private final Paint paint;
  private final Tally tally = new Tally();
  private final StringBuilder text = new StringBuilder();

  TextReport(ReportSettings settings, Appendable out) {
    this(settings, new Joined(out));
  }

  TextReport(ReportSettings settings, TextBlocks out) {
    this.settings = settings;
    this.out = out;
    this.paint = settings.color() ? Paint.ANSI : Paint.NONE;
  }

  /** One block behind the other. */
  private record Joined(Appendable out) implements TextBlocks {
    @Override
    public void finding(Finding finding, CharSequence block) throws IOException {
      out.append(block);
    }

    @Override
    public void summary(CharSequence line) throws IOException {
      out.append(line);
    }
  }

  @Override
  public void add(LintedFile file) throws IOException {
    tally.add(file);
    if (file.findings().isEmpty()) {
      return;
    }
    Redactor redactor = new Redactor(file);
    for (Finding finding : file.findings()) {
      text.setLength(0);
      CleanTexts texts = new CleanTexts(finding, file.source(), redactor);
      write(finding, texts, Snippet.of(finding, file.source(), redactor, texts, paint));
      out.finding(finding, text);
    }
  }

  private void write(Finding finding, CleanTexts texts, Snippet snippet) {
    int gutter = snippet.gutter();
    title(finding, texts);
    text.append(" ".repeat(gutter)).append(paint.frame("-->")).append(' ');
    text.append(Printable.of(finding.span().toString())).append('\n');
    if (!snippet.isEmpty()) {
      snippet.write(text, gutter);
    }
    text.append(" ".repeat(gutter)).append(paint.frame(" |")).append('\n');
    for (Related related : finding.related()) {
      if (snippet.isEmpty() || !snippet.shows(related)) {
        note(gutter, "note", related.span() + ": " + texts.of(related.message()));
      }
    }
    note(gutter, "help", texts.ofNullable(finding.help()));
    note(gutter, speaker(finding.rule()), texts.ofNullable(finding.upstream()));
    if (!finding.rule().equals(Linter.INTERNAL_ERROR.id())) {
      note(gutter, "rule", "regwright rules " + finding.rule());
    }
    text.append('\n');
  }

  /** Whose words the upstream text is: rules about containerd's own files say so by their names. */
  private static String speaker(String rule) {
    boolean containerd =
        rule.startsWith("hosts-") || rule.startsWith("cri-") || rule.startsWith("toml-");
    return containerd ? "containerd" : "talos";
  }

  private void title(Finding finding, CleanTexts texts) {
    String label = finding.severity().label() + "[" + finding.rule() + "]";
    text.append(paint.severity(finding.severity(), label));
    text.append(paint.bold(": " + Printable.of(texts.of(finding.message())))).append('\n');
  }

  /** {@code = help: …}; lines after the first stand below the first. */
  private void note(int gutter, String label, @Nullable String content) {
    if (content == null || content.isBlank()) {
      return;
    }
    String margin = " ".repeat(gutter + 1);
    text.append(margin).append(paint.frame("=")).append(' ').append(paint.bold(label + ":"));
    int from = 0;
    String body = content.stripTrailing();
    while (from <= body.length()) {
      int end = body.indexOf('\n', from);
      end = end < 0 ? body.length() : end;
      text.append(from == 0 ? " " : margin + " ".repeat(label.length() + 4));
      text.append(Printable.of(body.substring(from, end))).append('\n');
      from = end + 1;
    }
  }

  @Override
  public void finish() throws IOException {
    if (!settings.summary() || tally.files() == 0) {
      return;
    }
    text.setLength(0);
    String found = tally.findings();
    String target = " (Talos " + settings.talos() + ", containerd " + settings.containerd() + ")";
    if (found.isEmpty()) {
      text.append(paint.good("All good:"))
          .append(settings.upgrade() ? " nothing new in " : " no findings in ")
          .append(tally.places());
    } else {
      text.append(paint.bold("Found " + found)).append(" in ").append(tally.places());
    }
    text.append(target).append('.').append(settings.unchanged(tally));
    if (tally.fixable() > 0) {
      text.append(" ").append(tally.fixable()).append(" fixable with --fix.");
    }
    out.summary(text.append('\n'));
  }
}
