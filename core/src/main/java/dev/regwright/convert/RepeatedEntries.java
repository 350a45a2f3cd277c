package dev.regwright.convert;

import dev.regwright.source.Finding;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.FlagLoss.Part;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TlsEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entries a patch names more than once. Since Talos 1.14 a patch may repeat documents, which it
 * merges one after the other ({@code configpatcher/strategic.go}): what comes of them depends on
 * the configuration that is patched.
 */
final class RepeatedEntries {
  private final TalosFile file;
  private final List<Finding> refusals;
  private final Set<Name> seen = new HashSet<>();

  /** The name of an entry; those of documents and of {@code machine.registries} are two. */
  private record Name(Part part, boolean legacy, String name) {}

  private RepeatedEntries(TalosFile file, List<Finding> refusals) {
    this.file = file;
    this.refusals = refusals;
  }

  /** Adds each entry that is there again. */
  static void refuse(TalosFile file, List<Finding> refusals) {
    if (!file.patch()) {
      return; // a configuration cannot repeat them
    }
    var repeated = new RepeatedEntries(file, refusals);
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Machine machine) {
        machine.mirrors().forEach(repeated::add);
        machine.auths().forEach(repeated::add);
        machine.tls().forEach(repeated::add);
      } else if (document instanceof TalosDocument.Mirror mirror) {
        repeated.add(mirror.entry());
      } else if (document instanceof TalosDocument.Auth auth) {
        repeated.add(auth.entry());
      } else if (document instanceof TalosDocument.Tls tls) {
        repeated.add(tls.entry());
      }
    }
  }

  private void add(MirrorEntry entry) {
    add(new Name(Part.MIRROR, entry.legacy(), entry.nameText()), entry.name());
  }

  private void add(AuthEntry entry) {
    add(new Name(Part.AUTH, entry.legacy(), entry.nameText()), entry.name());
  }

  private void add(TlsEntry entry) {
    add(new Name(Part.TLS, entry.legacy(), entry.nameText()), entry.name());
  }

  private void add(Name name, @Nullable Field<String> at) {
    if (!seen.add(name) && at != null) {
      refusals.add(
          ConvertRules.REFUSED
              .finding(file.span(at.node()), name.name() + " stands twice in this patch")
              .withHelp("merge the two, or put them into patches of their own"));
    }
  }
}
