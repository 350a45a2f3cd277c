package dev.regwright.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpToDateTest {
  @TempDir private Path dir;
  private Path input;
  private Path output;
  private String parameter = "a";
  private boolean all = true;

  @BeforeEach
  void files() throws IOException {
    input = Files.writeString(dir.resolve("in"), "1");
    output = Files.writeString(dir.resolve("out"), "1");
  }

  @Test
  void aSecondRunIsNoneUnlessSomethingChanged() throws IOException {
    assertThat(run()).isTrue();
    assertThat(run()).isFalse();
    Files.writeString(input, "2");
    assertThat(run()).isTrue();
    assertThat(run()).isFalse();
    parameter = "b";
    assertThat(run()).isTrue();
    assertThat(run()).isFalse();
    Files.writeString(output, "other");
    assertThat(run()).isTrue();
    Files.delete(output);
    assertThat(run()).isTrue();
    Files.delete(input);
    assertThat(run()).isTrue();
  }

  @Test
  void doesNotTrustWhatItCannotKnow() throws IOException {
    all = false;
    assertThat(run()).isTrue();
    assertThat(run()).isTrue();
    assertThat(dir.resolve("target/x.index")).doesNotExist();
  }

  @Test
  void surviveABrokenIndex() throws IOException {
    assertThat(run()).isTrue();
    Files.write(dir.resolve("target/x.index"), new byte[] {(byte) 0xFF, 0, '\n'});
    assertThat(run()).isTrue();
    assertThat(run()).isFalse();
  }

  @Test
  void aRunThatHadSomethingToSayIsForgotten() throws IOException {
    assertThat(run()).isTrue();
    Files.writeString(input, "2");
    assertThat(check().check(List.of(output))).isFalse();
    Files.writeString(input, "1");
    assertThat(run()).isTrue();
  }

  @Test
  void keepsNoSecretAndNoHashOfOneAlone() throws IOException {
    parameter = "canary";
    run();
    String first = Files.readString(dir.resolve("target/x.index"));
    Files.delete(dir.resolve("target/x.index"));
    run();

    assertThat(first).doesNotContain("canary").hasLineCount(3);
    assertThat(Files.readString(dir.resolve("target/x.index"))).isNotEqualTo(first);
  }

  @Test
  void neighboursDoNotRunTogether() {
    String first = new Fingerprint("s").add("a", "bc").add("d", "").text();
    assertThat(new Fingerprint("s").add("a", "b").add("cd", "").text()).isNotEqualTo(first);
    assertThat(new Fingerprint("s").add("a", "bc").add("d", null).text()).isNotEqualTo(first);
  }

  private UpToDate check() {
    return new UpToDate(
        dir.resolve("target/x.index"),
        fingerprint -> {
          fingerprint.add("parameter", parameter).file("input", input);
          return all;
        });
  }

  private boolean run() throws IOException {
    UpToDate check = check();
    if (check.check(List.of(output))) {
      return false;
    }
    check.remember(List.of(output));
    return true;
  }
}
