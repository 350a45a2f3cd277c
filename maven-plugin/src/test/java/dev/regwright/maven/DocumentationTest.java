package dev.regwright.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The documentation, the README and the example speak of the goals and parameters there are. */
class DocumentationTest {
  private static final Path ROOT = Path.of(System.getProperty("regwright.testdata")).resolve("..");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| `([\\w.]*)` \\| (.*?) \\| (.+?) \\|$");
  private static final Pattern XML = Pattern.compile("(?s)```xml\n(.*?)```");

  /** A parameter as the descriptor has it. */
  private record Parameter(String property, String byDefault, String description) {}

  @Test
  void everyParameterHasItsRow() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/maven.md"));
    Map<String, Map<String, Parameter>> goals = goals();
    assertThat(goals.keySet())
        .containsExactlyInAnyOrder("check", "convert", "fix", "generate", "lint", "rules", "trace");
    Map<String, Parameter> common = rows(section(page, "All goals"));
    Map<String, Map<String, Parameter>> documented = new LinkedHashMap<>();
    for (String goal : goals.keySet()) {
      String heading = Set.of("lint", "check", "fix").contains(goal) ? "lint, check, fix" : goal;
      Map<String, Parameter> rows = rows(section(page, heading));
      documented
          .computeIfAbsent(heading, h -> new LinkedHashMap<>(rows))
          .keySet()
          .removeAll(goals.get(goal).keySet());
      goals
          .get(goal)
          .forEach(
              (name, parameter) -> {
                Parameter row = common.getOrDefault(name, rows.get(name));
                assertThat(row).as(goal + " " + name).isNotNull();
                assertThat(row.property())
                    .as(name)
                    .isEqualTo(parameter.property())
                    .isEqualTo("regwright." + name);
                assertThat(row.byDefault()).as(name).isEqualTo(parameter.byDefault());
                assertThat(row.description()).as(name).contains("<br>`");
              });
    }
    assertThat(documented.values()).as("rows of no parameter").allMatch(Map::isEmpty);
  }

  @Test
  void everyParameterExplainsItselfByAnExample() throws Exception {
    goals()
        .forEach(
            (goal, parameters) ->
                parameters.forEach(
                    (name, parameter) ->
                        assertThat(parameter.description())
                            .as(goal + " " + name)
                            .contains("Example: ")
                            .containsAnyOf("<" + name + ">", "-Dregwright." + name)));
  }

  @Test
  void examplesUseParametersThatAre() throws Exception {
    Set<String> known = new HashSet<>();
    goals().values().forEach(parameters -> known.addAll(parameters.keySet()));
    List<String> used = new ArrayList<>();
    for (String file : List.of("docs/maven.md", "README.md")) {
      Matcher block = XML.matcher(Files.readString(ROOT.resolve(file)));
      while (block.find()) {
        used.addAll(configured(block.group(1)));
      }
    }
    String pom = Files.readString(ROOT.resolve("examples/maven/pom.xml"));
    used.addAll(configured(pom.substring(pom.indexOf("<project"))));

    assertThat(known).containsAll(used);
    assertThat(used).hasSizeGreaterThan(12);
  }

  /** Messages name elements, and people will look for them. */
  @Test
  void wordsAreParameters() throws Exception {
    Set<String> known = new HashSet<>();
    goals().values().forEach(parameters -> known.addAll(parameters.keySet()));
    for (String element : Words.elements()) {
      assertThat(known).contains(element.replace("-Dregwright.", "").replaceAll("[<>]", ""));
    }
  }

  private static List<String> configured(String xml) throws Exception {
    NodeList found = parse("<all>" + xml + "</all>").getElementsByTagName("configuration");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      children((Element) found.item(i)).forEach(child -> names.add(child.getTagName()));
    }
    return names;
  }

  private static String section(String page, String heading) {
    int start = page.indexOf("\n## " + heading + "\n");
    assertThat(start).as(heading).isPositive();
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static Map<String, Parameter> rows(String section) {
    Map<String, Parameter> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(section);
    while (row.find()) {
      rows.put(
          row.group(1), new Parameter(row.group(2), row.group(3).replace("`", ""), row.group(4)));
    }
    return rows;
  }

  /** What the build made of the classes: the parameters of each goal by name. */
  private static Map<String, Map<String, Parameter>> goals() throws Exception {
    String text = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
    Map<String, Map<String, Parameter>> goals = new LinkedHashMap<>();
    NodeList mojos = parse(text.substring(text.indexOf("<plugin>"))).getElementsByTagName("mojo");
    for (int i = 0; i < mojos.getLength(); i++) {
      Element mojo = (Element) mojos.item(i);
      String goal = text(mojo, "goal");
      assertThat(text(mojo, "threadSafe")).as(goal).isEqualTo("true");
      if (!goal.equals("help")) {
        goals.put(goal, parameters(mojo));
      }
    }
    return goals;
  }

  private static Map<String, Parameter> parameters(Element mojo) {
    Element configuration = (Element) mojo.getElementsByTagName("configuration").item(0);
    Map<String, Element> settings = new LinkedHashMap<>();
    children(configuration).forEach(child -> settings.put(child.getTagName(), child));
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    NodeList all = mojo.getElementsByTagName("parameter");
    for (int i = 0; i < all.getLength(); i++) {
      Element parameter = (Element) all.item(i);
      if (text(parameter, "editable").equals("true")) {
        String name = text(parameter, "name");
        Element setting = settings.get(name);
        String property = setting.getTextContent().replaceAll("[${}]", "");
        parameters.put(
            name,
            new Parameter(
                property, setting.getAttribute("default-value"), text(parameter, "description")));
      }
    }
    return parameters;
  }

  private static String text(Element element, String child) {
    return element.getElementsByTagName(child).item(0).getTextContent();
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element each) {
        children.add(each);
      }
    }
    return children;
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
