package dev.regwright.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How all our JSON looks: indented, the same on every machine, and in ASCII, which survives every
 * code page and holds nothing that could trouble a terminal.
 */
final class JsonOutput {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonOutput() {}

  static JsonGenerator open(Appendable out) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    try {
      JsonGenerator json = FACTORY.createGenerator(new AppendableWriter(out));
      return json.setPrettyPrinter(printer);
    } catch (IOException e) {
      throw new IllegalStateException("a generator in memory", e);
    }
  }

  /** The same without line breaks. */
  static JsonGenerator openOnOneLine(Appendable out) {
    try {
      return FACTORY.createGenerator(new AppendableWriter(out));
    } catch (IOException e) {
      throw new IllegalStateException("a generator in memory", e);
    }
  }

  /** A field that is always there, null when it has no value. */
  static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value);
    }
  }
}
