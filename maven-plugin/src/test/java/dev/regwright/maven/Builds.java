package dev.regwright.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** What Maven would hand to a goal. */
final class Builds {
  private Builds() {}

  /** A session that was started in a directory, with nothing but that. */
  static MavenSession session(Path directory) {
    MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setBaseDirectory(directory.toFile());
    request.setUserProperties(new Properties());
    return session(request);
  }

  @SuppressWarnings("deprecation") // the only constructor that needs no container
  private static MavenSession session(MavenExecutionRequest request) {
    return new MavenSession(null, new DefaultRepositorySystemSession(), request, null);
  }

  static PluginDescriptor plugin() {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("dev.regwright");
    plugin.setArtifactId("regwright-maven-plugin");
    plugin.setVersion("9.9");
    plugin.setGoalPrefix("regwright");
    return plugin;
  }

  static MojoExecution execution(String goal, String id) {
    MojoDescriptor descriptor = new MojoDescriptor();
    descriptor.setPluginDescriptor(plugin());
    descriptor.setGoal(goal);
    return new MojoExecution(descriptor, id, MojoExecution.Source.LIFECYCLE);
  }

  static MavenProject project(Path directory, String artifact) {
    MavenProject project = new MavenProject();
    project.setArtifactId(artifact);
    project.setGroupId("org.example");
    project.setVersion("1");
    project.setFile(new File(directory.toFile(), "pom.xml"));
    Build build = new Build();
    build.setDirectory(directory.resolve("target").toString());
    project.getModel().setBuild(build);
    return project;
  }

  static Plugin declare(MavenProject project) {
    Plugin plugin = new Plugin();
    plugin.setGroupId("dev.regwright");
    plugin.setArtifactId("regwright-maven-plugin");
    project.getModel().getBuild().addPlugin(plugin);
    return plugin;
  }

  /** A goal outside of any project. */
  static <T extends RegwrightMojo> T prepare(T mojo, String goal, Path directory, Memory log) {
    mojo.session = session(directory);
    mojo.plugin = plugin();
    mojo.mojoExecution = execution(goal, "default-cli");
    mojo.setLog(log);
    return mojo;
  }

  /** A log that remembers. */
  static final class Memory extends SystemStreamLog implements Log {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void info(CharSequence content) {
      lines.add("INFO " + content);
    }

    @Override
    public void warn(CharSequence content) {
      lines.add("WARN " + content);
    }

    @Override
    public void error(CharSequence content) {
      lines.add("ERROR " + content);
    }

    List<String> lines() {
      return lines;
    }

    String text() {
      return String.join("\n", lines);
    }
  }
}
