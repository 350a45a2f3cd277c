package dev.regwright.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** How the user calls another goal of this plugin so that it sees what this one saw. */
final class RepairCommand {
  private static final String PREFIX = "regwright.";

  private final MavenSession session;
  private final @Nullable MavenProject project;
  private final MojoExecution execution;
  private final PluginDescriptor plugin;

  RepairCommand(
      MavenSession session,
      @Nullable MavenProject project,
      MojoExecution execution,
      PluginDescriptor plugin) {
    this.session = session;
    this.project = project;
    this.execution = execution;
    this.plugin = plugin;
  }

  /** The command that repairs what was found, with an option or none. */
  String fix(String option) {
    StringBuilder text = new StringBuilder("mvn ");
    text.append(pom()).append(module()).append(goal("fix")).append(configuration());
    text.append(option.isEmpty() ? "" : " ").append(option);
    Map<String, String> properties = new TreeMap<>();
    session.getUserProperties().forEach((k, v) -> properties.put("" + k, "" + v));
    properties.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX) && !key.equals("regwright.writeBaseline")) {
            text.append(' ').append(quoted("-D" + key + "=" + value));
          }
        });
    return text.toString();
  }

  /** The command that explains the rule whose name follows. */
  String rules() {
    return "mvn " + goal("rules") + " -Dregwright.rule=";
  }

  /** The short form works where Maven finds the plugin in the POM it starts with. */
  private String goal(String goal) {
    MavenProject top = session.getTopLevelProject();
    boolean known = top != null && top.getFile() != null && top.getPlugin(key()) != null;
    return (known ? plugin.getGoalPrefix() : key() + ":" + plugin.getVersion()) + ":" + goal;
  }

  private String key() {
    return Plugin.constructKey(plugin.getGroupId(), plugin.getArtifactId());
  }

  /** A goal called by itself sees the configuration of an execution only when that is named. */
  private String configuration() {
    Plugin own = project == null ? null : project.getPlugin(key());
    if (own == null) {
      return "";
    }
    PluginExecution ours = own.getExecutionsAsMap().get(execution.getExecutionId());
    boolean same = ours == null || Objects.equals(ours.getConfiguration(), own.getConfiguration());
    return same ? "" : "@" + execution.getExecutionId();
  }

  private String module() {
    MavenProject top = session.getTopLevelProject();
    if (project == null || top == null || project.equals(top)) {
      return "";
    }
    return "-pl :" + project.getArtifactId() + " ";
  }

  /** A POM that is not the one in the directory Maven was started in. */
  private String pom() {
    File file = session.getRequest().getPom();
    Path here = Path.of("").toAbsolutePath();
    if (file == null || here.resolve("pom.xml").equals(file.toPath().toAbsolutePath())) {
      return "";
    }
    return "-f " + quoted(Places.name(file)) + " ";
  }

  private static String quoted(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-_./:=,@+".indexOf(c) < 0) {
        return "'" + word.replace("'", "'\\''") + "'";
      }
    }
    return word;
  }
}
