package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.HostsRule;
import dev.regwright.lint.HostsSubject;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A directory of hosts.toml whose name is the registry of no image. Kubernetes' images are
 * normalised with {@code distribution/reference} before containerd looks for a directory ({@code
 * ParseDockerRef}); ctr takes names as they are, so that this is no error.
 */
final class HostsNameNeverMatches implements HostsRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "hosts-name-never-matches",
          "No image has a registry of the directory's name",
          Severity.WARNING,
          Stage.PULL);

  private static final String DEFAULT = "_default";
  private static final String NO_IMAGE = "no pod's image uses this directory: ";
  private static final int LONGEST_PORT = 5;

  /** What is wrong with a name, and the one that was probably meant. */
  private record Problem(String what, String better) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Talos's files are the business of mirror-name-never-matches. */
  @Override
  public void check(Subject subject, Consumer<Finding> out) {}

  @Override
  public void checkHosts(HostsSubject subject, Consumer<Finding> out) {
    String directory = subject.directory();
    if (directory == null || Placeholders.in(directory) || !isAmongRegistries(subject)) {
      return;
    }
    Problem problem = problem(subject, directory, subject.registry());
    if (problem != null) {
      out.accept(
          INFO.finding(Span.startOf(subject.path()), problem.what)
              .withHelp(
                  problem.better.isEmpty()
                      ? "name it as image names have the registry, such as ghcr.io or r.io_5000_"
                      : "rename it to " + problem.better));
    }
  }

  /** A hosts.toml may also lie in a directory of templates, whose name says nothing. */
  private static boolean isAmongRegistries(HostsSubject subject) {
    if (subject.root().endsWith("/certs.d")) {
      return true;
    }
    for (String neighbour : subject.neighbours()) {
      if (neighbour.equals(DEFAULT) || RegistryNames.canBeRegistry(neighbour)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Problem problem(
      HostsSubject subject, String directory, String registry) {
    if (directory.equals(RegistryNames.ALL)) {
      return new Problem(NO_IMAGE + "* is no pattern here", DEFAULT);
    }
    if (directory.equals(DEFAULT)) {
      return null;
    }
    if (RegistryNames.canBeRegistry(registry)) {
      return hub(subject, registry);
    }
    if (endsInPort(directory)) {
      return new Problem(NO_IMAGE + "the underscore behind the port is missing", directory + "_");
    }
    if (!RegistryNames.isHostName(registry)) {
      return new Problem(NO_IMAGE + "no registry can have this name", "");
    }
    String meant = RegistryNames.meant(registry);
    return new Problem(
        NO_IMAGE
            + "without a dot or a port, "
            + EntryWords.name(registry)
            + "/… is a repository of Docker Hub",
        meant.equals(registry) ? "" : meant);
  }

  /** Names that images could have and Docker Hub's have not. */
  private static @Nullable Problem hub(HostsSubject subject, String registry) {
    List<String> neighbours = subject.neighbours();
    boolean hub = RegistryNames.isHub(registry) || registry.equals(RegistryNames.HUB_HOST);
    boolean served = neighbours.contains(RegistryNames.HUB) || neighbours.contains(DEFAULT);
    if (registry.equals("index.docker.io")) {
      return new Problem(
          NO_IMAGE + "images of index.docker.io are looked up as docker.io", RegistryNames.HUB);
    }
    return hub && !registry.equals(RegistryNames.HUB) && !served
        ? new Problem(
            "Docker Hub's images do not use this directory: they are looked up as docker.io",
            RegistryNames.HUB)
        : null;
  }

  /** Whether it is {@code host_port}. */
  private static boolean endsInPort(String directory) {
    int underscore = directory.lastIndexOf('_');
    String port = directory.substring(underscore + 1);
    boolean digits =
        !port.isEmpty()
            && port.length() <= LONGEST_PORT
            && port.chars().allMatch(c -> c >= '0' && c <= '9');
    return underscore > 0 && digits && RegistryNames.isHostName(directory.substring(0, underscore));
  }
}
