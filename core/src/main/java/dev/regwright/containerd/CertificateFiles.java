package dev.regwright.containerd;

import dev.regwright.containerd.FileView.Found;
import dev.regwright.model.ClientIdentity;
import dev.regwright.pki.Pem;
import dev.regwright.pki.PemBlock;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes certificates and keys out of the files that name them. */
final class CertificateFiles {
  private final FileView files;
  private final Span span;
  private final List<Finding> losses;

  /**
   * A reader for one host.
   *
   * @param span where the host stands
   * @param losses takes what cannot be had
   */
  CertificateFiles(FileView files, Span span, List<Finding> losses) {
    this.files = files;
    this.span = span;
    this.losses = losses;
  }

  /** The certificates of all files one after the other, or null when there is none. */
  @Nullable String ca(List<String> paths) {
    StringBuilder all = new StringBuilder();
    for (String path : paths) {
      String text = read(path);
      all.append(text == null ? "" : blocks(text, PemBlock::isPlainCertificate, path));
    }
    return all.isEmpty() ? null : all.toString();
  }

  /** The first pair, or null when there is none. */
  @Nullable ClientIdentity client(List<ClientFiles> pairs) {
    if (pairs.isEmpty()) {
      return null;
    }
    if (pairs.size() > 1) {
      lose("all client certificates but the first");
    }
    ClientFiles pair = pairs.get(0);
    String certificate = read(pair.certificate());
    String key = pair.key() == null ? certificate : read(pair.key());
    if (certificate == null || key == null) {
      return null;
    }
    return new ClientIdentity(
        blocks(certificate, PemBlock::isPlainCertificate, pair.certificate()),
        blocks(key, PemBlock::isPrivateKey, pair.key() == null ? pair.certificate() : pair.key()));
  }

  private String blocks(String text, Predicate<PemBlock> wanted, String path) {
    StringBuilder found = new StringBuilder();
    for (PemBlock block : Pem.blocks(text)) {
      if (wanted.test(block)) {
        found.append(text, block.start(), block.end()).append('\n');
      }
    }
    if (found.isEmpty()) {
      lose(SecretNames.path(path) + ", which holds nothing of the sort that is needed here");
    }
    return found.toString();
  }

  private @Nullable String read(String path) {
    if (files.read(path) instanceof Found<byte[]> bytes) {
      return new String(bytes.value(), StandardCharsets.UTF_8);
    }
    lose(SecretNames.path(path) + ", which cannot be read from here");
    return null;
  }

  private void lose(String what) {
    losses.add(HostsDirectoryReader.LOSS.finding(span, "lost: " + what));
  }
}
