package dev.regwright.report;

import dev.regwright.trace.PullerTrace;
import dev.regwright.trace.Request;
import dev.regwright.trace.Scenario;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trace for documentation and reviews: a table and a Mermaid diagram for each image. */
final class TraceMarkdown {
  private final Appendable out;
  private final StringBuilder text = new StringBuilder();

  TraceMarkdown(Appendable out) {
    this.out = out;
  }

  void write(List<Scenario> images, boolean coverage) throws IOException {
    if (coverage) {
      TraceGroups groups = new TraceGroups(images);
      coverage(images, groups);
      for (List<Scenario> group : groups.byRegistry().values()) {
        text.append('\n');
        image(group.get(0));
      }
    } else {
      for (int i = 0; i < images.size(); i++) {
        text.append(i == 0 ? "" : "\n");
        image(images.get(i));
      }
    }
    out.append(text);
  }

  private void coverage(List<Scenario> images, TraceGroups groups) {
    text.append("## Coverage\n\n").append(groups.totals()).append(".\n\n");
    text.append("| image | | why |\n|---|---|---|\n");
    for (Scenario scenario : images) {
      text.append("| ").append(code(scenario.trace().image()));
      text.append(" | ").append(scenario.reach().words());
      text.append(" | ").append(cell(TraceGroups.reason(scenario))).append(" |\n");
    }
  }

  private void image(Scenario scenario) throws IOException {
    text.append("## ").append(code(scenario.trace().image())).append('\n');
    for (TraceBlock block : TraceBlock.of(scenario)) {
      text.append("\n**").append(block.pullers()).append("** (").append(cell(block.detail()));
      text.append(")\n\n");
      rows(block);
      if (block.error() != null) {
        text.append("The pull fails: ").append(code(block.error())).append('\n');
      }
      for (String note : block.notes()) {
        text.append("\n- ").append(cell(note)).append('\n');
      }
    }
    if (!scenario.trace().differences().isEmpty()) {
      text.append("\nThey differ:\n\n");
      for (String difference : scenario.trace().differences()) {
        text.append("- ").append(cell(TraceRow.shown(difference))).append('\n');
      }
    }
    diagram(scenario);
    out.append(text);
    text.setLength(0);
  }

  private void rows(TraceBlock block) {
    if (block.rows().isEmpty()) {
      return;
    }
    text.append("| | request | role | auth | TLS | why |\n|---|---|---|---|---|---|\n");
    int number = 0;
    for (TraceRow row : block.rows()) {
      number++;
      text.append("| ").append((number + " " + row.mark()).stripTrailing());
      text.append(" | ").append(code(row.url()));
      text.append(" | ").append(row.role());
      text.append(" | ").append(cell(row.auth()));
      text.append(" | ").append(cell(row.tls()));
      text.append(" | ").append(cell(row.why()));
      for (String note : row.notes()) {
        text.append("<br>").append(cell(note));
      }
      text.append(row.fate().isEmpty() ? "" : "<br>").append(cell(row.fate())).append(" |\n");
    }
  }

  private void diagram(Scenario scenario) {
    Map<String, String> nodes = new LinkedHashMap<>();
    StringBuilder edges = new StringBuilder();
    PullerTrace machined = scenario.trace().machined();
    if (machined != null) {
      edges(machined, "machined", nodes, edges);
    }
    edges(scenario.trace().cri(), "CRI", nodes, edges);
    if (nodes.isEmpty()) {
      return;
    }
    text.append("\n```mermaid\nflowchart LR\n");
    text.append("  image[\"").append(label(scenario.trace().image())).append("\"]\n");
    nodes.forEach(
        (url, id) -> text.append("  ").append(id).append("[\"").append(label(url)).append("\"]\n"));
    text.append(edges).append("```\n");
  }

  private static void edges(
      PullerTrace trace, String puller, Map<String, String> nodes, StringBuilder edges) {
    String from = "image";
    for (Request request : trace.requests()) {
      if (!request.isSent()) {
        continue;
      }
      String url = request.hop().prefix();
      String id = nodes.computeIfAbsent(url, u -> "host" + (nodes.size() + 1));
      boolean first = from.equals("image");
      edges.append("  ").append(from).append(first ? " --> |" : " -.-> |").append(puller);
      edges.append("| ").append(id).append('\n');
      from = id;
    }
  }

  /** Text of a diagram's node: Mermaid reads entities, and takes a quote for the label's end. */
  private static String label(String raw) {
    return TraceRow.shown(raw)
        .replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace("`", "#96;");
  }

  static String code(String raw) {
    return "`" + TraceRow.shown(raw).replace("`", "'").replace("|", "\\|") + "`";
  }

  /** Text in a table: no cell may end early, and no HTML begin. */
  static String cell(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("`", "\\`")
        .replace("[", "\\[");
  }
}
