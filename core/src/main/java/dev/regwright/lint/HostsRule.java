package dev.regwright.lint;

import dev.regwright.source.Finding;
import java.util.function.Consumer;

/** A rule that has something to say about containerd's hosts.toml as well. */
public interface HostsRule extends Rule {
  /**
   * Checks one hosts.toml that containerd takes.
   *
   * @param subject the file
   * @param out takes the findings, in any order
   */
  void checkHosts(HostsSubject subject, Consumer<Finding> out);
}
