package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mirror whose name is the registry of no image, so that its images are pulled from elsewhere
 * without a word. Both pullers normalise image names with {@code distribution/reference} and then
 * look for the registry part as it is.
 */
final class MirrorNameNeverMatches implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "mirror-name-never-matches",
          "No image has a registry of the mirror's name",
          Severity.ERROR,
          Stage.PULL);

  private static final String HELP =
      "write the registry as image names have it, such as ghcr.io, or * for all others";

  private static final String NO_IMAGE = "no image uses this mirror: ";
  private static final Set<String> PATHS = Set.of("", ".", "..");
  private static final Set<String> LOWER_CASE =
      Set.of(
          "docker.io",
          "factory.talos.dev",
          "gcr.io",
          "ghcr.io",
          "k8s.gcr.io",
          "mcr.microsoft.com",
          "public.ecr.aws",
          "quay.io",
          "registry.k8s.io");

  /** How Talos names the directory of a registry with a port. */
  private static final Pattern DIRECTORY = Pattern.compile("([^_]{1,250})_([0-9]{1,5})_");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    Set<String> given = new HashSet<>();
    for (MirrorEntry mirror : subject.mirrors()) {
      Field<String> name = mirror.name();
      String problem =
          name == null || name.value().equals(RegistryNames.ALL) || Placeholders.in(name.value())
              ? null
              : problem(subject, name.value());
      if (name != null && problem != null) {
        String better = better(name.value());
        boolean free = !subject.mirrorNames().containsKey(better) && given.add(better);
        Finding finding = INFO.finding(subject.span(name.node()), problem);
        Finding helped = finding.withHelp(better.isEmpty() ? HELP : "write " + better);
        out.accept(free && !better.isEmpty() ? helped.withFix(fix(name, better)) : helped);
      }
    }
  }

  private static @Nullable String problem(Subject subject, String name) {
    if (RegistryNames.canBeRegistry(name)) {
      return unusual(subject, name);
    }
    Matcher directory = DIRECTORY.matcher(name);
    if (name.equals("_default") || directory.matches()) {
      String taken = name.equals("_default") ? "*" : directory.group(1) + ":" + directory.group(2);
      return "pods take this mirror for " + taken + ", and " + Words.TALOS + " never use it";
    }
    if (PATHS.contains(name)) {
      return "Talos writes this mirror into a directory it shares and removes what else is there";
    }
    String flaw = RegistryNames.hostFlaw(name);
    if (flaw != null) {
      return NO_IMAGE + "it is looked up by the registry alone, and this name has " + flaw;
    }
    return RegistryNames.isHostName(name)
        ? NO_IMAGE
            + "without a dot or a port, "
            + EntryWords.name(name)
            + "/… is a repository of Docker Hub"
        : NO_IMAGE + "no registry can have this name";
  }

  /** Names images could have and do not. */
  private static @Nullable String unusual(Subject subject, String name) {
    if (name.equals("index.docker.io")) {
      return NO_IMAGE + "images of index.docker.io are looked up as docker.io";
    }
    String usual = name.toLowerCase(Locale.ROOT);
    if (!usual.equals(name) && LOWER_CASE.contains(usual)) {
      return NO_IMAGE + "names are compared letter by letter, and images are named " + usual;
    }
    boolean hub = RegistryNames.isHub(name) || name.equals(RegistryNames.HUB_HOST);
    boolean served =
        subject.mirrorNames().containsKey(RegistryNames.HUB)
            || subject.mirrorNames().containsKey(RegistryNames.ALL);
    return hub && !name.equals(RegistryNames.HUB) && !served
        ? "Docker Hub's images do not use this mirror: they are looked up as docker.io"
        : null;
  }

  /** The name that was probably meant, or empty. */
  private static String better(String name) {
    Matcher directory = DIRECTORY.matcher(name);
    if (directory.matches()) {
      return directory.group(1) + ":" + directory.group(2);
    }
    String meant = RegistryNames.meant(name);
    String usual = meant.toLowerCase(Locale.ROOT);
    String better = LOWER_CASE.contains(usual) ? usual : meant;
    return name.equals("_default")
        ? RegistryNames.ALL
        : RegistryNames.canBeRegistry(better) && !better.equals(name) ? better : "";
  }

  /** Without its scheme a name says the same; without its path it is for more images. */
  private static Fix fix(Field<String> name, String better) {
    return name.value().endsWith("://" + better)
        ? Renaming.safe(name, better)
        : Renaming.unsafe(name, better);
  }
}
