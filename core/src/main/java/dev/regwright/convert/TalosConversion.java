package dev.regwright.convert;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.Embedded;
import dev.regwright.talos.EmbeddedYaml;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosReader;
import java.util.List;

/**
 * Converts files of Talos where they stand, between {@code machine.registries} and documents. The
 * changed file is read again and compared with the old one before anybody gets it.
 */
public final class TalosConversion {
  private TalosConversion() {}

  /**
   * Reads a file that is to be converted: documents as a version does that has them, whatever the
   * target.
   */
  public static TalosFile read(SourceFile source, TalosVersion target, FileRole role) {
    boolean documents = TalosChange.REGISTRY_DOCUMENTS.in(target);
    return TalosReader.read(source, documents ? target : TalosReleases.byDefault(), role);
  }

  /**
   * Converts a file, and the patches inside a file of another kind.
   *
   * @param to {@link Form#TALOS} or {@link Form#TALOS_LEGACY}
   * @param target the release that will read it
   * @throws IllegalArgumentException for another form
   */
  public static Conversion convert(TalosFile file, Form to, TalosVersion target) {
    Conversion whole = convertAlone(file, to, target);
    if (whole instanceof Conversion.Refused) {
      return whole;
    }
    List<Embedded> inside = EmbeddedYaml.in(file);
    return inside.isEmpty() ? whole : new EmbeddedConversion(file, to, target).run(whole, inside);
  }

  /** Converts a text as if nothing were inside its texts. */
  static Conversion convertAlone(TalosFile file, Form to, TalosVersion target) {
    List<Finding> errors = Sealed.encrypted(file);
    if (errors.isEmpty()) {
      errors = Outcome.judged(file);
    }
    if (!errors.isEmpty()) {
      return new Conversion.Refused(errors);
    }
    return switch (to) {
      case TALOS -> new ToDocuments(file, target).run();
      case TALOS_LEGACY -> new ToLegacy(file, target).run();
      default -> throw new IllegalArgumentException(to.word() + " is no form of a file of Talos");
    };
  }
}
