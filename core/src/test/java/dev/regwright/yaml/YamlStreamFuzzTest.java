package dev.regwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.regwright.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;

/** Any bytes make a stream: no exception, documents in order, every node inside the text. */
class YamlStreamFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void anyBytesMakeAStream(byte[] bytes) {
    SourceFile source = SourceFile.of("fuzz.yaml", bytes);
    for (GoYaml release : new GoYaml[] {GoYaml.V3, GoYaml.V4_RC6}) {
      YamlStream stream = YamlStream.read(source, release);
      int end = 0;
      for (YamlDocument document : stream.documents()) {
        assertThat(document.start()).isGreaterThanOrEqualTo(end);
        assertThat(document.end()).isBetween(document.start(), source.text().length());
        end = document.start();
        if (document.root() != null) {
          assertInside(document.root(), source.text().length());
        }
      }
      for (YamlProblem problem : stream.problems()) {
        assertThat(problem.start()).isBetween(0, source.text().length());
        assertThat(problem.end()).isBetween(problem.start(), source.text().length());
      }
    }
  }

  private static void assertInside(YamlNode root, int length) {
    Deque<YamlNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      YamlNode node = open.pop();
      assertThat(node.start()).isBetween(0, length);
      assertThat(node.end()).isBetween(node.start(), length);
      if (node instanceof YamlMapping mapping) {
        for (YamlMapping.Entry entry : mapping.entries()) {
          open.push(entry.key());
          open.push(entry.value());
        }
      } else if (node instanceof YamlSequence sequence) {
        sequence.items().forEach(open::push);
      }
    }
  }
}
