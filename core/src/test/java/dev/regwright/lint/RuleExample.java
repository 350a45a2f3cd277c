package dev.regwright.lint;

import dev.regwright.containerd.FileView;
import dev.regwright.containerd.HostsPlace;
import dev.regwright.lint.policy.Policy;
import dev.regwright.lint.rules.Rules;
import dev.regwright.lint.settings.FileLinter;
import dev.regwright.lint.settings.SettingsException;
import dev.regwright.lint.settings.SettingsReader;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosMode;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosctlFlags;
import dev.regwright.upgrade.UpgradeLinter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block of a rule's page, which is a test of all rules.
 *
 * <p>A comment {@code # <- rule-id} at the end of a line announces a finding of that rule on that
 * line, {@code # <- rule-id: words} one whose message holds the words; {@code , <- } separates
 * several. A comment line {@code # <- above: rule-id} speaks of the line above it. Lines without
 * such a comment must have no finding of any rule.
 *
 * <p>It is the first of January 2026. Comments of the page in front of the fence set options:
 * {@code talos: 1.12.0} or {@code talos: 1.11..1.14} for an upgrade, {@code mode: metal}, {@code
 * role: patch}, {@code finding: 4 rule-id} for lines that can hold no comment, {@code file: hex}
 * when the block shows the bytes of the file, and {@code repeat: 10001 [} when {@code […} in it
 * stands for that many. A block of {@code sh} is read for talosctl's flags, one of {@code toml} is
 * containerd's: a hosts.toml, or with {@code cri: main} or {@code cri: part} a configuration file;
 * {@code containerd: 1.7} says whose. It may lie in {@code directory: docker.io}, with files {@code
 * around: docker.io/ca.crt}. A line {@code # patch} divides a configuration from a patch for it.
 * The settings may have a {@code policy: no-http: true}.
 */
record RuleExample(
    String page,
    String section,
    int line,
    SourceFile file,
    Linter linter,
    List<Marker> markers,
    @Nullable HostsPlace place) {

  /** An announced finding; the line counts from 1 within the block. */
  record Marker(int line, String rule, String words) {
    boolean announces(Finding finding) {
      return finding.span().startLine() == line
          && finding.rule().equals(rule)
          && finding.message().contains(words);
    }

    @Override
    public String toString() {
      return line + " " + rule + (words.isEmpty() ? "" : ": " + words);
    }
  }

  private static final String PATCH = "# patch\n";

  /** The day of all examples. */
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static final Pattern COMMENT = Pattern.compile("# <- (.*)$");
  private static final Pattern MARKER = Pattern.compile("(above: )?([a-z0-9-]+)(?:: (.*))?");

  static RuleExample of(String page, String section, int line, String block, List<String> options) {
    Target target = Target.talos(TalosVersion.of("1.14")).withToday(TODAY);
    FileRole role = FileRole.AUTO;
    boolean shell = false;
    byte[] bytes = block.getBytes(StandardCharsets.UTF_8);
    List<Marker> markers = new ArrayList<>(comments(block));
    String ending = ".yaml";
    String directory = null;
    Policy policy = Policy.NONE;
    SortedMap<String, byte[]> around = new TreeMap<>();
    for (String option : options) {
      String key = option.substring(0, option.indexOf(':'));
      String value = option.substring(option.indexOf(':') + 1).strip();
      switch (key) {
        case "talos" -> target = talos(value).withMode(target.mode()).withToday(TODAY);
        case "mode" -> target = target.withMode(TalosMode.valueOf(value.toUpperCase(Locale.ROOT)));
        case "role" -> role = FileRole.valueOf(value.toUpperCase(Locale.ROOT));
        case "file" -> {
          shell = value.equals("sh");
          ending = value.equals("toml") && ending.equals(".yaml") ? "/hosts.toml" : ending;
          if (value.equals("hex") || value.equals("toml-hex")) {
            bytes = HexFormat.of().parseHex(block.replaceAll("\\s", ""));
          }
        }
        case "containerd" ->
            target = target.withContainerd(ContainerdVersion.parse(value).orElseThrow());
        case "cri" -> ending = value.equals("part") ? ".part" : ".toml";
        case "directory" -> directory = value;
        case "around" -> around.put(value, new byte[] {'x'});
        case "repeat" -> bytes = repeated(block, value).getBytes(StandardCharsets.UTF_8);
        case "policy" -> policy = policy(value);
        case "finding" -> {
          List<String> words = List.of(value.split(" ", 2));
          markers.add(marker(Integer.parseInt(words.get(0)), words.get(1)));
        }
        default -> throw new IllegalArgumentException(page + ": unknown option " + option);
      }
    }
    List<Rule> rules = new ArrayList<>(Rules.ALL);
    rules.addAll(policy.rules());
    Linter linter = Linter.of(target).withRules(rules).reading(role);
    SourceFile file = SourceFile.of(page + (shell ? ".sh" : ending), bytes);
    HostsPlace place = null;
    if (directory != null) {
      around.put(directory + "/hosts.toml", bytes);
      place = new HostsPlace(FileView.of("/certs.d", around), "/certs.d", directory);
    }
    return new RuleExample(page, section, line, file, linter, List.copyOf(markers), place);
  }

  private static Target talos(String value) {
    int to = value.indexOf("..");
    return to < 0
        ? Target.talos(TalosVersion.of(value))
        : Target.talos(TalosVersion.of(value.substring(to + 2)))
            .upgradedFrom(TalosVersion.of(value.substring(0, to)));
  }

  private static Policy policy(String text) {
    try {
      return SettingsReader.read(SourceFile.of("settings", "policy: {" + text + "}")).policy();
    } catch (SettingsException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String repeated(String block, String value) {
    List<String> words = List.of(value.split(" ", 2));
    String piece = words.get(1);
    return block.replace(piece + "…", piece.repeat(Integer.parseInt(words.get(0))));
  }

  private static List<Marker> comments(String block) {
    List<Marker> markers = new ArrayList<>();
    List<String> lines = block.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.find()) {
        for (String text : List.of(comment.group(1).split(", <- ", -1))) {
          markers.add(marker(i + 1, text));
        }
      }
    }
    return markers;
  }

  private static Marker marker(int line, String text) {
    Matcher m = MARKER.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a marker: " + text);
    }
    String words = m.group(3) == null ? "" : m.group(3);
    return new Marker(m.group(1) == null ? line : line - 1, m.group(2), words);
  }

  /** The findings of all rules for this block. */
  List<Finding> findings() {
    int patch = file.text().indexOf(PATCH);
    if (patch >= 0) {
      return patched(patch);
    }
    return file.name().endsWith(".sh")
        ? TalosctlFlags.read(file, linter.target().talos()).findings()
        : lint(file).findings();
  }

  /** Lints a file in the place of this one. */
  LintedFile lint(SourceFile other) {
    UpgradeLinter upgrade = new UpgradeLinter(FileLinter.of(linter));
    return ContainerdLinter.takes(file.name())
        ? upgrade.lintContainerd(other, place)
        : upgrade.lint(other);
  }

  /** The patch stands on the same lines as in the block. */
  private List<Finding> patched(int at) {
    String text = file.text();
    String above = text.substring(0, at).replaceAll("[^\n]", "");
    SourceFile base = SourceFile.of("base.yaml", text.substring(0, at));
    SourceFile patch = SourceFile.of("patch.yaml", above + text.substring(at));
    List<Finding> findings = new ArrayList<>();
    new UpgradeLinter(FileLinter.of(linter))
        .lint(base, List.of(patch))
        .forEach(linted -> findings.addAll(linted.findings()));
    return findings;
  }

  boolean bad() {
    return section.equals("Bad");
  }

  @Override
  public String toString() {
    return page + ".md:" + line + " (" + section + ")";
  }
}
