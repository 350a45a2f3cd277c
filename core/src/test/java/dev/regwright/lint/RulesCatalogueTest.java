package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.rules.Rules;
import dev.regwright.source.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is listed, named and described as CONTRIBUTING.md asks. */
class RulesCatalogueTest {
  private static final Pattern ID = Pattern.compile("[a-z]+[0-9]*(?:-[a-z0-9]+)*");
  private static final List<String> SECTIONS =
      List.of("What happens", "Why we say so", "Bad", "Good", "How to silence it");

  static List<RuleInfo> rules() {
    return AllRules.list().stream().filter(rule -> !rule.equals(Linter.INTERNAL_ERROR)).toList();
  }

  private static Map<String, RulePage> pages() {
    return RulePage.all().stream().collect(Collectors.toMap(RulePage::id, page -> page));
  }

  @Test
  void idsAreUniqueAndInKebabCase() {
    List<String> ids = rules().stream().map(RuleInfo::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> ID.matcher(id).matches());
  }

  @Test
  void rulesAreListedByIdAndNamedLikeIt() {
    List<String> ids = Rules.ALL.stream().map(rule -> rule.info().id()).toList();
    assertThat(ids).isSorted();
    for (Rule rule : Rules.ALL) {
      assertThat(rule.getClass().getSimpleName()).isEqualTo(camelCase(rule.info().id()));
    }
  }

  private static String camelCase(String id) {
    return Stream.of(id.split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  @Test
  void everyRuleClassIsListed() throws IOException {
    List<String> listed = Rules.ALL.stream().map(rule -> rule.getClass().getSimpleName()).toList();
    List<String> written = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/regwright/lint/rules"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        if (text.contains(" implements Rule ") || text.contains(" implements HostsRule ")) {
          written.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertThat(written).hasSameElementsAs(listed);
  }

  @Test
  void summariesAreShortAndWithoutFullStop() {
    assertThat(rules())
        .allMatch(rule -> rule.summary().length() <= 80 && !rule.summary().endsWith("."));
  }

  @Test
  void pagesAreThoseOfTheRules() {
    assertThat(pages().keySet())
        .containsExactlyInAnyOrderElementsOf(rules().stream().map(RuleInfo::id).toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageHasTheCommonForm(RuleInfo rule) {
    RulePage page = pages().get(rule.id());
    assertThat(page.title()).isEqualTo(rule.id());
    String card = rule.severity().label() + " · " + rule.stage().label();
    assertThat(page.headline()).matches(Pattern.quote(card) + "( · (Talos|containerd) .+)?");
    assertThat(page.sections().keySet()).containsExactlyElementsOf(SECTIONS);
    assertThat(page.sections().get("What happens")).isNotEmpty();
    assertThat(page.sections().get("Why we say so")).contains("https://");
    assertThat(page.sections().get("How to silence it")).contains("`--ignore " + rule.id() + "`");
    assertThat(page.examples()).anyMatch(RuleExample::bad);
    assertThat(page.examples()).anyMatch(example -> !example.bad());
  }

  /** With {@code -Dgolden.update=true} the index is written anew. */
  @Test
  void indexListsAllRules() throws IOException {
    Path file = RulePage.directory().resolve("README.md");
    String text = Files.readString(file);
    int start = text.indexOf("| rule |");
    assertThat(start).as("the table").isNotNegative();
    String expected = text.substring(0, start) + table();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file)).isEqualTo(expected);
  }

  private static String table() {
    Map<String, RuleInfo> byId = new TreeMap<>(Comparator.naturalOrder());
    rules().forEach(rule -> byId.put(rule.id(), rule));
    StringBuilder table =
        new StringBuilder("| rule | severity | stage | what it says |\n|---|---|---|---|\n");
    byId.values()
        .forEach(
            rule ->
                table.append(
                    "| [%s](%s.md) | %s | %s | %s |\n"
                        .formatted(
                            rule.id(),
                            rule.id(),
                            rule.severity().label(),
                            rule.stage().label(),
                            rule.summary())));
    return table.toString();
  }
}
