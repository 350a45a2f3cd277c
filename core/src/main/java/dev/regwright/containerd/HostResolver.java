package dev.regwright.containerd;

import dev.regwright.containerd.FileView.Answer;
import dev.regwright.containerd.FileView.Failed;
import dev.regwright.containerd.FileView.Failure;
import dev.regwright.containerd.FileView.Found;
import dev.regwright.containerd.Resolution.LogLine;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.GoPath;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out which hosts one containerd version asks for the images of one registry. */
public final class HostResolver {
  private final FileView files;
  private final Behaviour behaviour;
  private final String registry;
  private final List<String> looked = new ArrayList<>();
  private final List<LogLine> log = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable String directory;
  private @Nullable HostsFile file;

  private HostResolver(FileView files, String registry, Behaviour behaviour) {
    this.files = files;
    this.registry = registry;
    this.behaviour = behaviour;
  }

  /**
   * Resolves a registry.
   *
   * @param roots the directories of {@code config_path}; each is searched in full before the next
   * @param registry the registry as it stands in the image reference, {@code docker.io} for Hub
   */
  public static Resolution resolve(
      FileView files, List<String> roots, String registry, ContainerdVersion version) {
    return resolve(files, roots, registry, Behaviour.of(version));
  }

  static Resolution resolve(
      FileView files, List<String> roots, String registry, Behaviour behaviour) {
    return new HostResolver(files, registry, behaviour).run(roots);
  }

  private Resolution run(List<String> roots) {
    List<ResolvedHost> hosts = List.of();
    String error = null;
    try {
      for (String root : roots) {
        if (directory == null) {
          search(root);
        }
      }
      List<Candidate> candidates = candidates();
      hosts = new HostBuilder(files, behaviour, registry, file, log, findings).build(candidates);
    } catch (PullFailure failure) {
      error = failure.text();
    }
    return new Resolution(registry, looked, directory, file, hosts, error, log, findings);
  }

  private void search(String root) throws PullFailure {
    List<String> candidates = HostDirectories.candidates(root, registry, behaviour.version());
    for (String path : candidates) {
      looked.add(path);
      Answer<Boolean> answer = files.isDirectory(path);
      if (answer instanceof Found<Boolean>) {
        directory = path;
        noteShadowed(candidates, path);
        return;
      }
      Failure why = ((Failed<Boolean>) answer).why();
      if (why != Failure.NOT_FOUND) {
        throw fail(path, "stat " + path + ": " + why.text());
      }
    }
  }

  /** A second directory for the same registry is never looked at. */
  private void noteShadowed(List<String> candidates, String used) {
    for (String other : candidates.subList(candidates.indexOf(used) + 1, candidates.size())) {
      boolean own = !other.endsWith("/" + HostDirectories.DEFAULT) && !other.equals(used);
      if (own && files.isDirectory(other) instanceof Found<Boolean>) {
        findings.add(
            ContainerdRules.SHADOWED
                .finding(
                    Span.startOf(files.nameOf(other)),
                    "containerd never looks into this directory, because "
                        + files.nameOf(used)
                        + " comes first")
                .withHelp("keep one of the two"));
      }
    }
  }

  private PullFailure fail(String path, String text) {
    findings.add(
        ContainerdRules.UNREADABLE
            .finding(
                Span.startOf(files.nameOf(path)),
                "every pull of "
                    + HostDirectories.images(registry)
                    + " fails, because this cannot be read")
            .withUpstream(text));
    return new PullFailure(text);
  }

  /** What the directory says, the root entry last; the upstream alone when there is none. */
  private List<Candidate> candidates() throws PullFailure {
    String found = directory;
    if (found == null) {
      return List.of(Candidate.upstream());
    }
    String path = GoPath.join(found, HostsFile.NAME);
    Answer<byte[]> answer = files.read(path);
    if (answer instanceof Failed<byte[]> failed) {
      if (failed.why() != Failure.NOT_FOUND) {
        String verb = failed.why() == Failure.IS_A_DIRECTORY ? "read " : "open ";
        throw fail(path, verb + path + ": " + failed.why().text());
      }
      return dockerStyle(found);
    }
    byte[] bytes = ((Found<byte[]>) answer).value();
    if (bytes.length == 0) {
      return dockerStyle(found);
    }
    HostsFile read = HostsFile.read(SourceFile.of(files.nameOf(path), bytes), found, behaviour);
    file = read;
    findings.addAll(read.findings());
    if (!read.decodes()) {
      boolean named = !behaviour.first();
      log.add(
          new LogLine(
              "error",
              "failed to decode " + (named ? path : HostsFile.NAME),
              read.errorText().orElse(null)));
      return dockerStyle(found);
    }
    noteUnusedCertificates(found, read);
    return read.entries().stream().map(Candidate::of).toList();
  }

  private List<Candidate> dockerStyle(String found) throws PullFailure {
    Answer<List<FileView.Item>> answer = files.list(found);
    if (answer instanceof Failed<List<FileView.Item>> failed) {
      throw fail(found, "open " + found + ": " + failed.why().text());
    }
    return List.of(
        Candidate.docker(
            DockerCertificates.in(found, ((Found<List<FileView.Item>>) answer).value())));
  }

  private void noteUnusedCertificates(String found, HostsFile read) {
    if (!(files.list(found) instanceof Found<List<FileView.Item>> items)) {
      return;
    }
    List<String> used = new ArrayList<>();
    for (HostEntry entry : read.entries()) {
      used.addAll(entry.ca());
      entry.client().forEach(client -> used.add(client.certificate()));
    }
    DockerCertificates beside = DockerCertificates.in(found, items.value());
    List<String> certificates = new ArrayList<>(beside.ca());
    beside.client().forEach(client -> certificates.add(client.certificate()));
    certificates.stream()
        .filter(path -> !used.contains(path))
        .forEach(
            path ->
                findings.add(
                    ContainerdRules.UNUSED_CERTIFICATE
                        .finding(
                            Span.startOf(read.source().name()),
                            "containerd does not use "
                                + path.substring(path.lastIndexOf('/') + 1)
                                + ", because this hosts.toml lies beside it and does not name it")
                        .withHelp("name it with ca or client, or remove it")));
  }
}
