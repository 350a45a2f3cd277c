package dev.regwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.testing.Agreement;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Image references, held against the answers of the Go package that Talos and containerd use. */
class ImageReferenceTest {
  @Test
  void answersAsGoDoes() throws IOException {
    Agreement agreement = new Agreement("image-references");
    List<String> lines = Files.readAllLines(TestData.path("upstream/image-references.tsv"));
    int records = 0;
    for (String line : lines) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        ImageParse parse = ImageReference.parse(unquoted(cells[0]));
        String answer =
            parse instanceof ImageParse.Ok ok
                ? "ok\t" + ok.image()
                : "error\t" + ((ImageParse.Failed) parse).error();
        String expected = cells[1] + "\t" + unquoted(cells[2]);
        agreement.count(cells[0], answer.equals(expected) ? "" : answer + " for " + expected);
        records++;
      }
    }
    assertThat(records).isGreaterThan(150);
    assertThat(agreement.finish()).isEmpty();
  }

  private static String unquoted(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
  }

  @Test
  void knowsItsParts() {
    ImageReference tagged = ((ImageParse.Ok) ImageReference.parse("nginx")).image();
    assertThat(tagged).isEqualTo(new ImageReference("docker.io", "library/nginx", "latest", null));
    assertThat(tagged.object()).isEqualTo("latest");
    String digest = "sha256:" + "0".repeat(64);
    ImageReference both =
        ((ImageParse.Ok) ImageReference.parse("r.io:5000/a/b:1@" + digest)).image();
    assertThat(both).isEqualTo(new ImageReference("r.io:5000", "a/b", null, digest));
    assertThat(both.object()).isEqualTo(digest);
    assertThat(ImageReference.upstreamOf("docker.io")).isEqualTo("registry-1.docker.io");
    assertThat(ImageReference.upstreamOf("quay.io")).isEqualTo("quay.io");
  }

  @Test
  void takesLittleTimeForAnyText() {
    for (String part : List.of("a-", "a/", "-", "_", "a.", ":", "@", "\uD800", "[", "A")) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> ImageReference.parse(part.repeat(2_000_000)));
    }
  }

  @Test
  void doesNotRepeatTheTextInItsOwn() {
    assertThat(ImageReference.parse("u:Secret@r.io/X").toString()).doesNotContain("Secret");
  }
}
