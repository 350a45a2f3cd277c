package dev.regwright.maven;

import dev.regwright.convert.Form;
import dev.regwright.generate.Access;
import dev.regwright.generate.Access.PemText;
import dev.regwright.generate.GenerateRequest;
import dev.regwright.model.TalosVersion;
import dev.regwright.run.Color;
import dev.regwright.run.GenerateRun;
import dev.regwright.run.KnownVersions;
import dev.regwright.run.SmallFile;
import dev.regwright.run.UnreadableException;
import dev.regwright.run.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Writes registry configuration for a product or for endpoints, with credentials from your {@code
 * settings.xml} or from the environment, and lints it before it does.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class GenerateMojo extends GenerateParameters {
  @Inject SettingsDecrypter decrypter;

  /** Made by Maven. */
  public GenerateMojo() {}

  @Override
  void run() throws IOException, UsageException, MojoExecutionException, MojoFailureException {
    TalosVersion talos = talosVersion();
    Form form = form(talos);
    GenerateRequest request;
    try {
      request =
          new GenerateRequest(
              wishes(), presetWish(), skipFallback, overridePath, access(), form, talos);
    } catch (UnreadableException e) {
      throw new UsageException(e.problem());
    }
    Path output = places().directory(outputDirectory).resolve(fileName(form)).normalize();
    UpToDate upToDate =
        new UpToDate(force ? null : indexFile(), fingerprint -> inputs(fingerprint, request));
    if (upToDate.check(written(output))) {
      getLog().info(Places.name(output) + " is up to date");
    } else {
      generate(request, output);
      upToDate.remember(written(output));
    }
    attach();
  }

  private void generate(GenerateRequest request, Path output)
      throws IOException, UsageException, MojoExecutionException, MojoFailureException {
    Path parent = output.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    KnownVersions.note(request.talos(), io());
    int code = new GenerateRun(request, Places.name(output), quiet, Color.NEVER, io()).run();
    end(code, "nothing was generated; see above");
  }

  private void attach() {
    if (!attachResource || !hasProject()) {
      return;
    }
    if (Stream.of(serverId, passwordEnv, authEnv, identityTokenEnv, clientKey)
        .anyMatch(Objects::nonNull)) {
      getLog()
          .warn("<attachResource> packages credentials: everybody who gets the artifact gets them");
    }
    Resource resource = new Resource();
    resource.setDirectory(outputDirectory.getPath());
    project.addResource(resource);
  }

  private Access access() throws UsageException, UnreadableException {
    Secrets secrets = new Secrets(session.getSettings(), decrypter, System.getenv());
    String password = secrets.variable("<passwordEnv>", passwordEnv);
    String user = username;
    if (serverId != null) {
      if (password != null) {
        throw new UsageException("<serverId> and <passwordEnv> both bring a password; take one");
      }
      Secrets.Login login = secrets.server(serverId.strip());
      password = login.password();
      user = user == null ? login.username() : user;
    }
    return new Access(
        authHost,
        user,
        password,
        secrets.variable("<authEnv>", authEnv),
        secrets.variable("<identityTokenEnv>", identityTokenEnv),
        pem("<ca>", ca),
        pem("<clientCertificate>", clientCertificate),
        pem("<clientKey>", clientKey),
        insecureSkipVerify);
  }

  private static @Nullable PemText pem(String element, @Nullable File file)
      throws UsageException, UnreadableException {
    if (file == null) {
      return null;
    }
    String name = Places.name(file);
    return new PemText(name, SmallFile.text(element, name));
  }

  /** Hints and notes may speak of today, and so may findings about certificates. */
  private boolean inputs(Fingerprint fingerprint, GenerateRequest request) throws IOException {
    Access access = request.access();
    fingerprint
        .add("plugin", plugin.getVersion())
        .add("execution", mojoExecution.getExecutionId())
        .add("today", LocalDate.now(ZoneOffset.UTC))
        .add("talos", request.talos())
        .add("form", request.form())
        .add("mirrors", list(mirrors))
        .add("preset", preset)
        .add("host", host)
        .add("upstreams", list(upstreams))
        .add("options", list(presetOptions))
        .add("flags", List.of(skipFallback, overridePath, insecureSkipVerify))
        .add("output", outputDirectory + "/" + outputFile)
        .add("auth host", access.host())
        .add("user", access.username())
        .add("password", access.password())
        .add("auth", access.auth())
        .add("token", access.identityToken())
        .add("ca", access.ca() == null ? null : access.ca().text())
        .add("certificate", access.certificate() == null ? null : access.certificate().text())
        .add("key", access.key() == null ? null : access.key().text());
    return true;
  }

  /** What lies there, as far as it is ours. */
  private static List<Path> written(Path output) throws IOException {
    if (!Files.isDirectory(output)) {
      return List.of(output);
    }
    try (Stream<Path> files = Files.walk(output)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Nothing below the build directory is worth keeping. */
  @Override
  String words(String message) {
    return Words.of(message.replace("--prune removes it", "mvn clean removes it"));
  }
}
