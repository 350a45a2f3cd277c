package dev.regwright.lint;

import dev.regwright.containerd.ContainerdRules;
import dev.regwright.containerd.CriFile;
import dev.regwright.containerd.CriRole;
import dev.regwright.containerd.FileView;
import dev.regwright.containerd.HostDirectories;
import dev.regwright.containerd.HostResolver;
import dev.regwright.containerd.HostsFile;
import dev.regwright.containerd.HostsPlace;
import dev.regwright.containerd.Resolution;
import dev.regwright.containerd.TextRange;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.talos.TalosFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lints containerd's own registry configuration: what one version says when it reads it, and what
 * it silently does. Immutable and safe to share between threads; {@link Linter#containerd()} makes
 * one.
 */
public final class ContainerdLinter {
  private static final String ALONE = "/etc/containerd/certs.d/registry";

  private final ContainerdVersion version;
  private final List<Rule> rules;
  private final Predicate<String> selected;

  ContainerdLinter(ContainerdVersion version, List<Rule> rules, Predicate<String> selected) {
    this.version = version;
    this.rules = rules;
    this.selected = selected;
  }

  /** Whether a file is containerd's, by its name: {@code hosts.toml}, or any other TOML. */
  public static boolean takes(String name) {
    return name.endsWith(".toml") || name.endsWith(".part");
  }

  /**
   * Lints one file: a hosts.toml, or a configuration file with plugins or a part of one.
   *
   * @param place where a hosts.toml lies; null when nothing is known of what lies around it
   */
  public LintedFile lint(SourceFile source, @Nullable HostsPlace place) {
    boolean hosts =
        source.name().equals(HostsFile.NAME)
            || source.name().endsWith("/" + HostsFile.NAME)
            || !source.text().contains("plugins");
    if (!hosts) {
      return cri(source);
    }
    return place == null ? alone(source) : placed(source, place);
  }

  private LintedFile cri(SourceFile source) {
    CriRole role = source.name().endsWith(".part") ? CriRole.PART : CriRole.MAIN;
    CriFile file = CriFile.read(source, version, role);
    return linted(source, file.findings(), file.secrets());
  }

  private LintedFile alone(SourceFile source) {
    HostsFile file = HostsFile.read(source, ALONE, version);
    List<Finding> findings = new ArrayList<>(file.findings());
    findings.addAll(runRules(file, null));
    return linted(source, findings, file.secrets());
  }

  private LintedFile placed(SourceFile source, HostsPlace place) {
    HostsFile file = HostsFile.read(source, place.path(), version);
    Resolution resolution =
        HostResolver.resolve(
            place.with(source).files(), List.of(place.root()), place.registry(), version);
    List<Finding> findings = new ArrayList<>();
    if (place.path().equals(resolution.directory())) {
      resolution.findings().forEach(finding -> addHere(source, file, finding, findings));
      if (resolution.file() == null) {
        findings.addAll(file.findings());
      }
      findings.addAll(runRules(file, place));
    } else {
      findings.addAll(file.findings());
      findings.add(shadowed(source, place, resolution.directory()));
    }
    if (place.directory().equals(HostDirectories.DEFAULT)) {
      findings.addAll(emptyDirectories(source, place));
    }
    return linted(source, findings, file.secrets());
  }

  /**
   * A report speaks of one file; of another it can only say something here. A second directory of
   * the registry gets its own word when it is linted itself.
   */
  private static void addHere(
      SourceFile source, HostsFile file, Finding finding, List<Finding> findings) {
    if (finding.span().path().equals(source.name())) {
      boolean known =
          finding.rule().equals(ContainerdRules.UNREADABLE_FILE)
              && file.findings().stream()
                  .anyMatch(
                      f ->
                          f.rule().equals(ContainerdRules.BAD_CERTIFICATE_PATH)
                              && f.span().startLine() == finding.span().startLine());
      if (!known) {
        findings.add(finding);
      }
    } else if (!finding.rule().equals(ContainerdRules.SHADOWED_DIRECTORY)) {
      findings.add(moved(finding, Span.startOf(source.name())));
    }
  }

  private static Finding moved(Finding finding, Span here) {
    String path = finding.span().path();
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.stage(),
        here,
        finding.message() + " (" + path.substring(path.lastIndexOf('/') + 1) + ")",
        finding.help(),
        finding.upstream(),
        List.of(),
        List.of());
  }

  private Finding shadowed(SourceFile source, HostsPlace place, @Nullable String used) {
    return ContainerdRules.shadowed(
        Span.startOf(source.name()),
        used == null
            ? "containerd " + version + " knows no directory for all other registries"
            : "containerd never looks into this directory, because "
                + place.files().nameOf(used)
                + " comes first",
        used == null ? "containerd knows it since 1.6.17 and 1.7" : "keep one of the two");
  }

  /** That a directory is there is enough for containerd, whatever lies in it. */
  private static List<Finding> emptyDirectories(SourceFile source, HostsPlace place) {
    List<Finding> findings = new ArrayList<>();
    if (!(place.files().list(place.root())
        instanceof FileView.Found<List<FileView.Item>> siblings)) {
      return findings;
    }
    for (FileView.Item item : siblings.value()) {
      String path = place.root() + "/" + item.name();
      boolean empty =
          item.directory()
              && !item.name().startsWith(".")
              && !item.name().equals(HostDirectories.DEFAULT)
              && place.files().list(path) instanceof FileView.Found<List<FileView.Item>> content
              && content.value().stream().noneMatch(ContainerdLinter::configures);
      if (empty) {
        findings.add(
            ContainerdRules.shadowed(
                Span.startOf(source.name()),
                "images of "
                    + HostDirectories.registryOf(item.name())
                    + " come from the upstream and not from here, because there is a directory "
                    + item.name()
                    + ", if without hosts.toml",
                "remove the directory, or give it a hosts.toml"));
      }
    }
    return findings;
  }

  private static boolean configures(FileView.Item item) {
    return item.name().equals(HostsFile.NAME)
        || item.name().endsWith(".crt")
        || item.name().endsWith(".cert");
  }

  /** What containerd drops, as it does an empty file, makes it ask nobody. */
  private List<Finding> runRules(HostsFile file, @Nullable HostsPlace place) {
    List<Finding> findings = new ArrayList<>();
    if (!file.decodes() || file.source().text().isEmpty()) {
      return findings;
    }
    HostsSubject subject = new HostsSubject(file, place);
    for (Rule rule : rules) {
      if (rule instanceof HostsRule hosts && selected.test(rule.info().id())) {
        findings.addAll(RuleRun.of(rule, subject.path(), out -> hosts.checkHosts(subject, out)));
      }
    }
    return findings;
  }

  private LintedFile linted(SourceFile source, List<Finding> findings, List<TextRange> secrets) {
    List<Finding> reported = new ArrayList<>(findings);
    reported.removeIf(finding -> !selected.test(finding.rule()));
    Suppressions.Split split = Suppressions.split(source, true, reported, this::active);
    List<TalosFile.TextRange> ranges = new ArrayList<>();
    for (TextRange secret : secrets) {
      ranges.add(new TalosFile.TextRange(secret.start(), secret.end()));
    }
    return LintedFile.sorted(
        source, split.findings(), split.suppressed(), TalosVerdict.NONE, ranges);
  }

  /** Rules about Talos's files cannot be judged here. */
  private boolean active(String id) {
    boolean ours = id.equals(AllRules.UNUSED_SUPPRESSION.id());
    for (RuleInfo rule : ContainerdRules.ALL) {
      ours |= rule.id().equals(id);
    }
    for (Rule rule : rules) {
      ours |= rule instanceof HostsRule && rule.info().id().equals(id);
    }
    return ours && selected.test(id);
  }
}
