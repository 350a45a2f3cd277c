package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosImage;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.talos.TlsEntry;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlScalar;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Images that Talos pulls from another registry after the upgrade: what was set up for the old
 * registry does not serve them any more, and nothing was for the new one.
 */
final class UpgradeMovesImages implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "upgrade-moves-images",
          "An image of Talos's own moves to a registry that has no mirror",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean appliesTo(Target target) {
    return target.from() != null;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    TalosVersion from = subject.target().from();
    if (from == null || subject.patch() || subject.imageCache()) {
      return;
    }
    for (TalosImage image : TalosImage.values()) {
      TalosChange move = image.move();
      if (move != null
          && !move.in(from)
          && move.in(subject.target().talos())
          && !isNamed(subject, image)) {
        check(subject, image, from, move.since().release(), out);
      }
    }
  }

  /**
   * {@code machine.install.image} is for the first installation: talosctl upgrade names its own.
   */
  private static boolean isNamed(Subject subject, TalosImage image) {
    YamlMapping.Entry etcd =
        image == TalosImage.ETCD ? subject.machineEntry("cluster", "etcd", "image") : null;
    return etcd != null
        && etcd.value().resolved() instanceof YamlScalar name
        && !name.text().isEmpty();
  }

  private static void check(
      Subject subject,
      TalosImage image,
      TalosVersion from,
      TalosVersion since,
      Consumer<Finding> out) {
    String before = image.registry(from);
    String after = image.registry(subject.target().talos());
    Field<String> mirror = mirror(subject, before);
    boolean served =
        subject.mirrorNames().containsKey(after)
            || subject.mirrorNames().containsKey(RegistryNames.ALL);
    TlsEntry tls = subject.tlsNames().get(before);
    String route =
        image.repository(subject.target().talos())
            + " takes the place of "
            + image.repository(from);
    if (mirror != null && !served) {
      out.accept(
          finding(subject, mirror, image.label() + " leaves this mirror", after, "mirror", since)
              .withHelp("add a mirror for " + after + ": " + route));
    } else if (mirror == null
        && tls != null
        && tls.name() != null
        && !served
        && !subject.tlsNames().containsKey(after)) {
      String leaves = image.label() + " is pulled without these TLS settings";
      out.accept(
          finding(subject, tls.name(), leaves, after, "such entry", since)
              .withHelp("add TLS settings for " + after + ": " + route));
    }
  }

  private static Finding finding(
      Subject subject,
      Field<String> name,
      String leaves,
      String after,
      String what,
      TalosVersion since) {
    return INFO.finding(
        subject.span(name.node()),
        leaves
            + ": it comes from "
            + after
            + ", and this file has no "
            + what
            + " for that (from Talos "
            + since
            + " on)");
  }

  /** The name of the mirror that serves a registry, if it has one of its own. */
  private static @Nullable Field<String> mirror(Subject subject, String registry) {
    MirrorEntry mirror = subject.mirrorNames().get(registry);
    return mirror == null || mirror.endpoints().isEmpty() ? null : mirror.name();
  }
}
