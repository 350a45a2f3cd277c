package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints validation errors as talosctl does: hashicorp's multierror, nested for the machine
 * configuration.
 */
final class ValidateText {
  private ValidateText() {}

  static String of(List<DocumentErrors> errors, TalosVersion version) {
    List<String> bullets = new ArrayList<>();
    for (DocumentErrors document : errors) {
      List<String> texts =
          document.findings().stream().map(Finding::upstream).map(String::valueOf).toList();
      if (document.prefix().isEmpty()) {
        bullets.addAll(texts);
      } else if (document.prefix().equals("v1alpha1.Config")) {
        if (TalosChange.ERRORS_NAME_DOCUMENT.in(version)) {
          bullets.add("v1alpha1.Config: " + multierror(texts));
        } else {
          bullets.addAll(texts);
        }
      } else {
        bullets.add(document.prefix() + ": " + String.join("\n", texts));
      }
    }
    return "VALIDATE ERROR: " + multierror(bullets) + "\n";
  }

  private static String multierror(List<String> texts) {
    StringBuilder out = new StringBuilder();
    out.append(texts.size())
        .append(texts.size() == 1 ? " error occurred:\n" : " errors occurred:\n");
    texts.forEach(t -> out.append("\t* ").append(t).append('\n'));
    return out.append("\n").toString();
  }
}
