package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.TalosImage;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * Mirrors without fallback for some of the registries Talos itself pulls from, and none for
 * another: what looks like a network without a way out would need one.
 */
final class UpstreamNotMirrored implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "upstream-not-mirrored",
          "A registry Talos itself needs has no mirror",
          Severity.INFO,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    if (subject.patch()
        || subject.imageCache()
        || subject.mirrorNames().containsKey(RegistryNames.ALL)) {
      return;
    }
    Field<String> first = null;
    int closed = 0;
    String missing = "";
    for (String registry : TalosImage.registries(subject.target().talos())) {
      MirrorEntry mirror = subject.mirrorNames().get(registry);
      if (mirror == null) {
        missing = missing.isEmpty() ? registry : missing + " and " + registry;
      } else if (mirror.skipsFallback()) {
        closed++;
        first = first == null ? mirror.name() : first;
      } else {
        return;
      }
    }
    if (first != null && closed > 1 && !missing.isEmpty()) {
      out.accept(
          INFO.finding(
                  subject.span(first.node()),
                  "images of "
                      + missing
                      + " come from that registry itself, though others Talos needs are never asked")
              .withHelp("add a mirror for " + missing));
    }
  }
}
