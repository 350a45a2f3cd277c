package dev.regwright.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosFile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random configurations to documents, and there and back. A failure names its seed; {@code
 * -Dregwright.random.seed=N} runs that one alone, {@code -Dregwright.random.seconds=N} runs longer.
 */
class RandomConversionsTest {
  private static final TalosVersion V114 = TalosVersion.of("1.14");
  private static final TalosVersion V111 = TalosVersion.of("1.11");
  private static final int SAMPLES = 300;

  @Test
  void keepTheirMeaningAndAllElse() {
    Long seed = Long.getLong("regwright.random.seed");
    if (seed != null) {
      check(seed);
      return;
    }
    long end =
        System.nanoTime()
            + Duration.ofSeconds(Integer.getInteger("regwright.random.seconds", 0)).toNanos();
    long first = System.currentTimeMillis();
    for (long i = 0; i < SAMPLES || System.nanoTime() < end; i++) {
      check(first + i);
    }
  }

  private static void check(long seed) {
    RandomLegacy.Sample sample = RandomLegacy.next(new Random(seed));
    try {
      check(sample);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + ":\n" + sample.text() + "\n" + e, e);
    }
  }

  private static void check(RandomLegacy.Sample sample) {
    String text = sample.text();
    String documents = converted(text, Form.TALOS, V114);
    assertThat(Meaning.of(documents, V114, true)).isEqualTo(Meaning.of(text, V114, true));
    assertThat(documents).doesNotContain("registries:");
    assertKept(sample, documents);
    assertThat(convert(documents, Form.TALOS, V114)).isInstanceOf(Conversion.Unchanged.class);
    assertThat(converted(text.replace("\n", "\r\n"), Form.TALOS, V114))
        .isEqualTo(documents.replace("\n", "\r\n"));

    String back = converted(documents, Form.TALOS_LEGACY, V114);
    assertThat(Meaning.of(back, V111, true)).isEqualTo(Meaning.of(text, V114, true));
    assertThat(back).doesNotContain("kind: Registry");
    assertKept(sample, back);
    assertThat(convert(back, Form.TALOS_LEGACY, V114)).isInstanceOf(Conversion.Unchanged.class);
  }

  /** Lines outside stand in their order, and each comment once. */
  private static void assertKept(RandomLegacy.Sample sample, String output) {
    List<String> lines = output.lines().toList();
    int from = 0;
    for (String line : sample.around()) {
      int at = lines.subList(from, lines.size()).indexOf(line);
      if (at < 0 && line.equals("--- # start")) {
        // The document it begins went with all of it, so what is behind it moved.
        assertThat(output).contains("# start");
        continue;
      }
      assertThat(at).as("line outside: " + line).isGreaterThanOrEqualTo(0);
      from += at + 1;
    }
    for (int i = 0; i < sample.comments(); i++) {
      String comment = "# comment " + i + " é";
      assertThat(lines.stream().filter(line -> line.endsWith(comment)).count())
          .as(comment)
          .isEqualTo(1);
    }
  }

  private static String converted(String text, Form to, TalosVersion talos) {
    Conversion result = convert(text, to, talos);
    if (result instanceof Conversion.Refused refused) {
      throw new AssertionError("refused: " + ConversionsTest.said(refused.findings()));
    }
    assertThat(result).isInstanceOf(Conversion.Changed.class);
    return ((Conversion.Changed) result).text();
  }

  private static Conversion convert(String text, Form to, TalosVersion talos) {
    TalosFile file = TalosConversion.read(SourceFile.of("in.yaml", text), talos, FileRole.AUTO);
    return TalosConversion.convert(file, to, talos);
  }
}
