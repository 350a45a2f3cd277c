package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.function.Consumer;

/**
 * A mirror that leaves out the upstream and names nothing in its place: Talos has no host to ask,
 * while containerd gets an empty file and asks the upstream. A patch may well hold the flag alone.
 */
final class SkipFallbackWithoutEndpoints implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "skip-fallback-without-endpoints",
          "skipFallback is set for a mirror that has no endpoints",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      Field<Boolean> flag = mirror.skipFallback();
      if (flag != null
          && flag.value()
          && mirror.endpoints().isEmpty()
          && !subject.patch()
          && !subject.imageCache() // which then is the only endpoint
          && listsNothing(mirror)) {
        out.accept(
            INFO.finding(
                    subject.span(flag.node()),
                    Words.TALOS
                        + " of "
                        + EntryWords.images(mirror)
                        + " fail, and pods pull from "
                        + EntryWords.upstream(mirror)
                        + ": the mirror has no endpoint")
                .withHelp("add an endpoint, or remove skipFallback")
                .withUpstream("no resolve hosts: not found"));
      }
    }
  }

  /** Endpoints that could not be decoded have been reported, and are endpoints all the same. */
  private static boolean listsNothing(MirrorEntry mirror) {
    YamlNode list = mirror.node().resolved() instanceof YamlMapping m ? m.get("endpoints") : null;
    return list == null
        || isNull(list)
        || (list.resolved() instanceof YamlSequence sequence
            && sequence.items().stream().allMatch(SkipFallbackWithoutEndpoints::isNull));
  }

  private static boolean isNull(YamlNode node) {
    return node.resolved() instanceof YamlScalar scalar && scalar.isNull();
  }
}
