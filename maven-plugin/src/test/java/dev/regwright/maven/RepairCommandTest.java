package dev.regwright.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class RepairCommandTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  private final MavenSession session = Builds.session(HERE);
  private final MavenProject top = Builds.project(HERE, "top");

  @Test
  void namesThePluginInFullWhereMavenDoesNotKnowIt() {
    assertThat(command(null).fix("")).isEqualTo("mvn dev.regwright:regwright-maven-plugin:9.9:fix");
    assertThat(command(null).rules())
        .isEqualTo("mvn dev.regwright:regwright-maven-plugin:9.9:rules -Dregwright.rule=");
  }

  @Test
  void isShortWhereThePomNamesThePlugin() {
    Builds.declare(top);
    start(top);

    assertThat(command(top).fix("")).isEqualTo("mvn regwright:fix");
    assertThat(command(top).fix("-Dregwright.unsafeFixes"))
        .isEqualTo("mvn regwright:fix -Dregwright.unsafeFixes");
  }

  @Test
  void namesTheExecutionThatIsConfiguredItself() {
    PluginExecution execution = new PluginExecution();
    execution.setId("registries");
    Plugin plugin = Builds.declare(top);
    plugin.addExecution(execution);
    start(top);
    assertThat(command(top).fix("")).isEqualTo("mvn regwright:fix");

    execution.setConfiguration(new Xpp3Dom("configuration"));
    assertThat(command(top).fix("")).isEqualTo("mvn regwright:fix@registries");

    plugin.setConfiguration(new Xpp3Dom("configuration"));
    assertThat(command(top).fix("")).isEqualTo("mvn regwright:fix");
  }

  @Test
  void namesTheModule() {
    MavenProject module = Builds.project(HERE.resolve("module"), "module");
    Builds.declare(module);
    start(top, module);

    assertThat(command(module).fix(""))
        .isEqualTo("mvn -pl :module dev.regwright:regwright-maven-plugin:9.9:fix");
  }

  @Test
  void namesThePomAndRepeatsWhatWasSaidOnTheCommandLine() {
    Properties properties = session.getUserProperties();
    properties.setProperty("regwright.includes", "a b/*.yaml");
    properties.setProperty("regwright.talosVersion", "1.13");
    properties.setProperty("regwright.writeBaseline", "true");
    properties.setProperty("other", "x");
    session.getRequest().setPom(HERE.resolve("platform/pom.xml").toFile());

    assertThat(command(null).fix(""))
        .isEqualTo(
            "mvn -f platform/pom.xml dev.regwright:regwright-maven-plugin:9.9:fix"
                + " '-Dregwright.includes=a b/*.yaml' -Dregwright.talosVersion=1.13");
  }

  private void start(MavenProject... projects) {
    session.setProjects(List.of(projects));
    session.getRequest().setPom(HERE.resolve("pom.xml").toFile());
  }

  private RepairCommand command(MavenProject project) {
    return new RepairCommand(
        session, project, Builds.execution("lint", "registries"), Builds.plugin());
  }
}
