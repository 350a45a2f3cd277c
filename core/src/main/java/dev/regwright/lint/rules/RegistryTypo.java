package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A mirror for a registry nobody has heard of, one slip of the pen away from one everybody has:
 * {@code quay.oi}.
 */
final class RegistryTypo implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "registry-typo",
          "The mirror has nearly the name of a well-known registry",
          Severity.WARNING,
          Stage.PULL);

  private static final int SHORTEST = 6;
  private static final int LONGEST = 20;

  /** Not gcr.io: too many registries have a name like it. */
  private static final List<String> REGISTRIES =
      List.of(
          "docker.io",
          "ghcr.io",
          "quay.io",
          "registry.k8s.io",
          "mcr.microsoft.com",
          "public.ecr.aws",
          "factory.talos.dev",
          "registry.gitlab.com");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      Field<String> name = mirror.name();
      String meant = name == null ? null : meant(name.value());
      if (name != null && meant != null) {
        Finding finding =
            INFO.finding(
                    subject.span(name.node()),
                    "images of " + meant + " do not use this mirror: its name differs by a letter")
                .withHelp("write " + meant);
        boolean free = !subject.mirrorNames().containsKey(meant);
        out.accept(free ? finding.withFix(Renaming.unsafe(name, meant)) : finding);
      }
    }
  }

  private static @Nullable String meant(String name) {
    if (name.length() < SHORTEST
        || name.length() > LONGEST
        || REGISTRIES.contains(name)
        || name.equals("gcr.io")) {
      return null;
    }
    for (String known : REGISTRIES) {
      boolean slip = isSlip(name, known) && !name.equalsIgnoreCase(known);
      if (slip && RegistryNames.isHostName(name)) {
        return known;
      }
    }
    return null;
  }

  /** Whether one letter is wrong, missing or too many, or two neighbours have changed places. */
  private static boolean isSlip(String name, String known) {
    int from = 0;
    int shorter = Math.min(name.length(), known.length());
    while (from < shorter && name.charAt(from) == known.charAt(from)) {
      from++;
    }
    int a = name.length() - 1;
    int b = known.length() - 1;
    while (a >= from && b >= from && name.charAt(a) == known.charAt(b)) {
      a--;
      b--;
    }
    boolean swapped =
        a == from + 1
            && b == from + 1
            && name.charAt(from) == known.charAt(b)
            && name.charAt(a) == known.charAt(from);
    return from > 0 && (swapped || (a <= from && b <= from));
  }
}
