package dev.regwright.containerd;

import dev.regwright.model.GoPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificates of a directory in Docker's layout.
 *
 * @param ca every {@code *.crt}
 * @param client every {@code *.cert}, with the {@code *.key} of the same name if there is one
 */
record DockerCertificates(List<String> ca, List<ClientFiles> client) {
  private static final String CA = ".crt";
  private static final String CERTIFICATE = ".cert";
  private static final String KEY = ".key";

  static DockerCertificates in(String directory, List<FileView.Item> items) {
    List<String> ca = new ArrayList<>();
    List<ClientFiles> client = new ArrayList<>();
    Set<String> names = new HashSet<>();
    items.forEach(item -> names.add(item.name()));
    items.stream()
        .filter(item -> !item.directory())
        .map(FileView.Item::name)
        .sorted()
        .forEach(
            name -> {
              String path = GoPath.join(directory, name);
              if (name.endsWith(CA)) {
                ca.add(path);
              }
              if (name.endsWith(CERTIFICATE)) {
                String key = name.substring(0, name.length() - CERTIFICATE.length()) + KEY;
                client.add(
                    new ClientFiles(
                        path, names.contains(key) ? GoPath.join(directory, key) : null));
              }
            });
    return new DockerCertificates(ca, client);
  }
}
