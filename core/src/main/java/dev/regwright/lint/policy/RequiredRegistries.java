package dev.regwright.lint.policy;

import dev.regwright.containerd.HostResolver;
import dev.regwright.containerd.HostsPlace;
import dev.regwright.lint.HostsRule;
import dev.regwright.lint.HostsSubject;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import java.util.List;
import java.util.function.Consumer;

/** A registry without a mirror, in a file that has mirrors and is no patch. */
final class RequiredRegistries implements HostsRule {
  static final RuleInfo INFO =
      new RuleInfo(
          "policy-required-registries",
          "A registry has no mirror and must have one",
          Severity.ERROR,
          Stage.ADVICE);

  private final List<String> required;

  RequiredRegistries(List<String> required) {
    this.required = required;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    var mirrors = subject.mirrorNames();
    if (subject.patch() || mirrors.isEmpty() || mirrors.containsKey("*")) {
      return;
    }
    for (String registry : required) {
      if (!mirrors.containsKey(registry)) {
        out.accept(
            INFO.finding(
                    Span.startOf(subject.path()),
                    "pulls of "
                        + registry
                        + " go to "
                        + registry
                        + " itself: it has no mirror here, and the settings require one")
                .withHelp("add a mirror for " + registry + ", or one for *"));
      }
    }
  }

  /** The first file among its neighbours speaks for all of them. */
  @Override
  public void checkHosts(HostsSubject subject, Consumer<Finding> out) {
    HostsPlace place = subject.place();
    if (place == null || !isFirst(subject, place)) {
      return;
    }
    for (String registry : required) {
      boolean mirrored =
          HostResolver.resolve(
                      place.files(), List.of(place.root()), registry, subject.file().version())
                  .file()
              != null;
      if (!mirrored) {
        out.accept(
            INFO.finding(
                    Span.startOf(subject.path()),
                    "pulls of "
                        + registry
                        + " go to "
                        + registry
                        + " itself: no directory beside this one is for it, and the settings"
                        + " require a mirror")
                .withHelp("add a directory for " + registry + ", or one named _default"));
      }
    }
  }

  private static boolean isFirst(HostsSubject subject, HostsPlace place) {
    for (String neighbour : subject.neighbours()) {
      if (neighbour.compareTo(place.directory()) < 0) {
        return false;
      }
    }
    return true;
  }
}
