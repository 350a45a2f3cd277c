package dev.regwright.generate;

import dev.regwright.convert.Form;
import dev.regwright.convert.OutputFile;
import dev.regwright.lint.LintedFile;
import dev.regwright.model.RegistryConfig;
import dev.regwright.preset.Hint;
import java.util.List;

/** What became of a {@link GenerateRequest}. */
public sealed interface GenerateResult {

  /**
   * A configuration that lints clean.
   *
   * @param files what to write; see {@link dev.regwright.convert.Rendered}
   * @param secret whether the files hold credentials or a private key
   * @param hints what to do elsewhere, in order
   * @param notes what was decided, and what is worth knowing; one sentence or two each
   */
  record Done(
      RegistryConfig config,
      Form form,
      List<OutputFile> files,
      boolean secret,
      List<Hint> hints,
      List<String> notes)
      implements GenerateResult {
    /** Copies the lists. */
    public Done {
      files = List.copyOf(files);
      hints = List.copyOf(hints);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A request that makes no sense.
   *
   * @param reason what is wrong, in one line without a full stop
   * @param remedy what to do, in one line without a full stop
   */
  record Refused(String reason, String remedy) implements GenerateResult {}

  /**
   * The form cannot say all of it.
   *
   * @param losses what is lost, one line each
   */
  record Lossy(Form form, List<String> losses) implements GenerateResult {
    /** Copies the list. */
    public Lossy {
      losses = List.copyOf(losses);
    }
  }

  /**
   * A configuration nodes would not do well with.
   *
   * @param linted the configuration, and what there is to say about it
   * @param ours whether nothing in it was the user's choice: a bug in the preset
   */
  record Objected(LintedFile linted, boolean ours) implements GenerateResult {}
}
