package dev.regwright.maven;

import dev.regwright.containerd.HostsDirectoryWriter;
import dev.regwright.convert.Form;
import dev.regwright.model.Target;
import dev.regwright.run.Choices;
import dev.regwright.run.ConvertOptions;
import dev.regwright.run.ConvertRun;
import dev.regwright.run.ConvertTree;
import dev.regwright.run.ExitCode;
import dev.regwright.run.HostsOptions;
import dev.regwright.run.Io;
import dev.regwright.run.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Turns registry configuration into another form and keeps everything else as it is: each file in
 * place or into a directory, or all of them together into one hosts.toml directory.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "convert",
    defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class ConvertMojo extends RegwrightMojo {
  /**
   * The form to make: {@code talos}, {@code talos-legacy}, {@code hosts-toml}, {@code cri-toml} or
   * {@code talosctl-flags}. Example: {@code <to>talos</to>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.to", required = true)
  String to;

  /**
   * The form of the files; by default it is recognised. Example: {@code <from>talos-legacy</from>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.from")
  @Nullable String from;

  /**
   * The files to convert: patterns as in {@code .gitignore}, from the project's directory, or names
   * of files and directories. Of what patterns find, files that configure no registries are left
   * out. Example: {@code <includes><include>talos/**</include></includes>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.includes")
  @Nullable List<String> includes;

  /**
   * What to leave out: patterns as in {@code .gitignore}, from the project's directory. Example:
   * {@code <excludes><exclude>src/test/</exclude></excludes>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.excludes")
  @Nullable List<String> excludes;

  /**
   * Changes the files themselves; for {@code talos} and {@code talos-legacy}. Example: {@code
   * <inPlace>true</inPlace>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.inPlace", defaultValue = "false")
  boolean inPlace;

  /**
   * Where to write unless {@code inPlace}: files keep their paths below it. Example: {@code
   * <outputDirectory>target/talos</outputDirectory>}.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "regwright.outputDirectory",
      defaultValue = "${project.build.directory}/generated-resources/regwright")
  File outputDirectory;

  /**
   * Converts even if something is lost. Example: {@code <allowLossy>true</allowLossy>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.allowLossy", defaultValue = "false")
  boolean allowLossy;

  /**
   * How to write hosts.toml: {@code containerd} (the default: every version from 1.6 on reads it
   * the same way) or {@code talos} (the bytes Talos writes). Example: {@code
   * <profile>talos</profile>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.profile", defaultValue = "containerd")
  String profile;

  /**
   * With the profile {@code talos}: the file for the credentials. Example: {@code
   * <criPart>target/cri.part</criPart>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.criPart")
  @Nullable File criPart;

  /**
   * With the profile {@code talos}: as if Talos's image cache were ready. Example: {@code
   * <imageCache>true</imageCache>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.imageCache", defaultValue = "false")
  boolean imageCache;

  /**
   * Where the hosts.toml directories will lie on the node. Example: {@code
   * <hostsRoot>/etc/containerd/certs.d</hostsRoot>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.hostsRoot", defaultValue = HostsDirectoryWriter.ROOT)
  String hostsRoot;

  /**
   * Patches to apply before to the one file that {@code includes} names. Example: {@code
   * <patches><patch>talos/worker.patch.yaml</patch></patches>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.patches")
  @Nullable List<String> patches;

  /**
   * Makes two patches that replace documents of the same names; for {@code talos}. Example: {@code
   * <asPatch>true</asPatch>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.asPatch", defaultValue = "false")
  boolean asPatch;

  /**
   * Removes hosts.toml directories of registries that are not configured any more. Example: {@code
   * <prune>true</prune>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.prune", defaultValue = "false")
  boolean prune;

  /** Made by Maven. */
  public ConvertMojo() {}

  @Override
  void run() throws IOException, UsageException, MojoExecutionException, MojoFailureException {
    Form form = Choices.form("<to>", to.strip());
    Places places = places();
    Places.Chosen chosen = places.choose(list(includes), list(excludes));
    Io io = io();
    int code;
    if (inPlace) {
      ConvertOptions options = options(chosen.paths(), form, null);
      code = new ConvertRun(options, io, chosen.selection()).run();
    } else {
      Path output = places.directory(outputDirectory);
      ConvertTree tree = new ConvertTree(places.base(), output, io);
      code = convert(tree, hostsDirectory(places), chosen, form, output, io);
    }
    end(code, "not everything was converted; see above");
  }

  private int convert(
      ConvertTree tree, @Nullable String hosts, Places.Chosen chosen, Form form, Path output, Io io)
      throws IOException, UsageException {
    List<String> names =
        hosts != null ? List.of(hosts) : tree.relevant(chosen.paths(), chosen.selection());
    if (names.isEmpty()) {
      io.say("note: no file configures registries, so there is nothing to convert");
      return tree.failed() ? ExitCode.FAILURE : ExitCode.CLEAN;
    }
    boolean each = hosts == null && !asPatch && list(patches).isEmpty();
    if (each && (form == Form.TALOS || form == Form.TALOS_LEGACY)) {
      int code = tree.run(names, (name, file) -> options(List.of(name), form, file));
      if (code == ExitCode.CLEAN) {
        io.say("wrote " + names.size() + " files to " + Places.name(output));
      }
      return code;
    }
    Files.createDirectories(output);
    String last = asPatch ? null : fileName(form);
    String file = Places.name(last == null ? output : output.resolve(last));
    int code = new ConvertRun(options(names, form, file), io).run();
    if (code == ExitCode.CLEAN) {
      io.say("wrote " + file);
    }
    return tree.failed() ? ExitCode.FAILURE : code;
  }

  /** The files of a hosts directory are converted together, so it is named as a whole. */
  private @Nullable String hostsDirectory(Places places) throws UsageException {
    if (from == null || Choices.form("<from>", from.strip()) != Form.HOSTS_TOML) {
      return null;
    }
    List<String> written = list(includes);
    if (written.size() != 1 || !Files.isDirectory(places.resolve(written.get(0)))) {
      throw new UsageException(
          "<from>hosts-toml</from> takes one <include>: the directory of hosts.toml directories");
    }
    return Places.name(places.resolve(written.get(0)));
  }

  private static @Nullable String fileName(Form form) {
    return switch (form) {
      case HOSTS_TOML -> null;
      case CRI_TOML -> "cri-registry.toml";
      case TALOSCTL_FLAGS -> "talosctl-flags.txt";
      default -> "mirrors.yaml";
    };
  }

  private ConvertOptions options(List<String> inputs, Form form, @Nullable String output)
      throws UsageException {
    Target target = target();
    ConvertOptions options =
        new ConvertOptions(
            inputs,
            form,
            from == null ? null : Choices.form("<from>", from.strip()),
            target.talos(),
            patchFiles(),
            output,
            inPlace,
            asPatch,
            allowLossy,
            "<stdin>",
            target.containerd(),
            hosts());
    options.check(false);
    return options;
  }

  private List<String> patchFiles() {
    return list(patches).stream().map(patch -> Places.name(places().resolve(patch))).toList();
  }

  private HostsOptions hosts() throws UsageException {
    HostsOptions options =
        new HostsOptions(
            Choices.profile("<profile>", profile.strip()),
            criPart == null ? null : Places.name(criPart),
            imageCache,
            prune,
            hostsRoot.strip());
    options.check();
    return options;
  }

  /** What is lost is said in any case. */
  @Override
  boolean failsOnWords() {
    return !allowLossy;
  }
}
