package dev.regwright.report;

import dev.regwright.diff.Applying;
import dev.regwright.diff.Comparison;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for reviews: a table for each registry and puller. */
final class DiffMarkdown {
  private final Appendable out;
  private final StringBuilder text = new StringBuilder();

  DiffMarkdown(Appendable out) {
    this.out = out;
  }

  void write(Comparison comparison, DiffNames names) throws IOException {
    text.append("# What nodes do differently\n\n");
    text.append(cell(names.title(comparison))).append(".\n");
    for (DiffGroups.Group group : DiffGroups.of(comparison)) {
      text.append("\n## ").append(cell(group.title())).append('\n');
      for (DiffBlock block : group.blocks()) {
        block(block);
      }
      out.append(text);
      text.setLength(0);
    }
    summary(comparison);
    out.append(text);
  }

  private void block(DiffBlock block) {
    text.append("\n**").append(cell(block.pullers())).append("**\n\n");
    if (!block.rows().isEmpty()) {
      text.append("| | request | role | auth | TLS | what and why |\n|---|---|---|---|---|---|\n");
    }
    for (DiffRow row : block.rows()) {
      text.append("| ").append(row.mark().isBlank() ? "" : TraceMarkdown.code(row.mark()));
      text.append(" | ").append(TraceMarkdown.code(row.url()));
      text.append(" | ").append(row.role());
      text.append(" | ").append(cell(row.auth()));
      text.append(" | ").append(cell(row.tls()));
      text.append(" | ");
      String separator = "";
      for (String below : row.below()) {
        text.append(separator).append(cell(below));
        separator = "<br>";
      }
      text.append(" |\n");
    }
    boolean more =
        !block.what().isEmpty()
            || !block.reach().isEmpty()
            || block.before() != null
            || block.after() != null;
    text.append(more && !block.rows().isEmpty() ? "\n" : "");
    failure("no longer fails", block.before());
    failure("now fails", block.after());
    for (String what : block.what()) {
      text.append("- ").append(cell(what)).append('\n');
    }
    if (!block.reach().isEmpty()) {
      text.append("- reach: ").append(cell(block.reach())).append('\n');
    }
  }

  private void failure(String what, @Nullable String error) {
    if (error != null) {
      text.append("- the pull ").append(what).append(": ").append(TraceMarkdown.code(error));
      text.append('\n');
    }
  }

  private void summary(Comparison comparison) {
    text.append('\n').append(DiffNames.summary(comparison));
    List<String> same = DiffGroups.same(comparison);
    if (!same.isEmpty() && !comparison.same()) {
      text.append("; the same: ").append(cell(DiffNames.list(same)));
    }
    Applying applying = comparison.applying();
    text.append(".\n\n**Reboot: ").append(applying.reboot().word()).append("**; ");
    text.append(cell(applying.why())).append(" (").append(cell(applying.upstream()));
    text.append(").\n");
  }

  private static String cell(String words) {
    return TraceMarkdown.cell(words);
  }
}
