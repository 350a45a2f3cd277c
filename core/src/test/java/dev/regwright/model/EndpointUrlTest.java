package dev.regwright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.regwright.model.UrlParse.Failed;
import dev.regwright.model.UrlParse.Ok;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
  private static final String DATA = "testdata/upstream/go-url.tsv";
  private static final String NO_USER = "\\N";

  /** A line of the recorded answers: an input, a version of Go and every field of its answer. */
  record Answer(UrlRules rules, String input, List<String> fields) {
    @Override
    public String toString() {
      return rules + " " + input;
    }
  }

  @ParameterizedTest
  @MethodSource("recordedAnswers")
  void answersAsGo(Answer answer) {
    UrlParse parse = EndpointUrl.parse(unescape(answer.input()), answer.rules());

    assertThat(fields(parse))
        .map(field -> field.equals(NO_USER) ? field : escape(field))
        .isEqualTo(answer.fields());
  }

  @Test
  void recordedAnswersCoverEveryVersion() throws IOException {
    for (UrlRules rules : UrlRules.values()) {
      assertThat(recordedAnswers().filter(a -> a.rules() == rules)).hasSizeGreaterThan(400);
    }
  }

  @Test
  void partsOfAnOrdinaryEndpoint() {
    EndpointUrl url = parsed("HTTPS://user:secret@Mirror.example:5000/v2/a%20b?ns=docker.io#top");

    assertThat(url.scheme()).isEqualTo("https");
    assertThat(url.userInfo()).isEqualTo("user:secret");
    assertThat(url.authority()).isEqualTo("Mirror.example:5000");
    assertThat(url.hostname()).isEqualTo("Mirror.example");
    assertThat(url.port()).isEqualTo("5000");
    assertThat(url.path()).isEqualTo("/v2/a b");
    assertThat(url.rawQuery()).isEqualTo("ns=docker.io");
    assertThat(url.fragment()).isEqualTo("top");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://A, https://A",
    "https://, https:",
    "https://a#, https://a",
    "https://a?, https://a?",
    "http://ä/ö, http://%C3%A4/%C3%B6",
    "http://a/a b, http://a/a%20b",
    "http://a//b/../c/, http://a//b/../c/",
    "http://a/%ff, http://a/%ff",
    "http://%ff, http://%FF",
  })
  void goStringIsNormalised(String input, String expected) {
    assertThat(parsed(input).goString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://[::1]:5000, ::1, 5000",
    "http://[fe80::1%25eth0], fe80::1%eth0, ''",
    "http://a:, a, ''",
    "http://:5000, '', 5000",
    "http://a:99999, a, 99999",
  })
  void hostnameAndPort(String input, String hostname, String port) {
    EndpointUrl url = parsed(input);

    assertThat(url.hostname()).isEqualTo(hostname);
    assertThat(url.port()).isEqualTo(port);
  }

  @Test
  void goVersionsDifferInColonsAndBrackets() {
    assertThat(rulesThatAccept("http://::1")).containsExactly(UrlRules.GO_1_19, UrlRules.GO_1_25);
    assertThat(rulesThatAccept("ftp://::1")).containsExactly(UrlRules.values());
    assertThat(rulesThatAccept("http://[m]")).containsExactly(UrlRules.GO_1_19);
    assertThat(rulesThatAccept("http://m[0]")).containsExactly(UrlRules.GO_1_19);
  }

  @Test
  void goVersionsDifferInPrintableCharacters() {
    String added = new String(Character.toChars(0x870)); // in Unicode since version 14

    assertThat(failed(added + ":", UrlRules.GO_1_19).quotedInput()).isEqualTo("\"\\u0870:\"");
    assertThat(failed(added + ":", UrlRules.GO_1_26).quotedInput()).isEqualTo("\"\u0870:\"");
  }

  @Test
  void messageOfAFaultLeavesOutTheFragment() {
    assertThat(failed("http://a:x#f", UrlRules.GO_1_26).message())
        .isEqualTo("parse \"http://a:x\": invalid port \":x\" after host");
    assertThat(failed("http://a#%zz", UrlRules.GO_1_26).message())
        .isEqualTo("parse \"http://a#%zz\": invalid URL escape \"%zz\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:secret@a",
        "https://user:secret@a b",
        "https://user:secret/x@a",
        "https://user:secret#x@a",
        "https://user:secret@[x]",
        "https://us er:secret@a",
        "https://user:secret@a/%zz",
        "https://[user:secret@a]",
      })
  void passwordIsNotPrinted(String input) {
    for (UrlRules rules : UrlRules.values()) {
      assertThat(EndpointUrl.parse(input, rules).toString()).doesNotContain("secret");
    }
  }

  @Test
  void redactedUrlKeepsEverythingElse() {
    EndpointUrl url = parsed("https://u:p@a:1/b?c#d");

    assertThat(url).hasToString("https://u:xxxxx@a:1/b?c#d");
    assertThat(url.goString()).isEqualTo("https://u:p@a:1/b?c#d");
  }

  @Test
  void unpairedSurrogateIsTheReplacementCharacter() {
    assertThat(parsed("http://a/\ud800").path()).isEqualTo("/\ufffd");
    assertThat(parsed("http://a/\udcff").goString()).isEqualTo("http://a/%EF%BF%BD");
    assertThat(failed("\udc41:", UrlRules.GO_1_26).message()).startsWith("parse \"\ufffd:\"");
  }

  @Test
  void pathThatContradictsTheRawPathIsEscapedAnew() {
    EndpointUrl url =
        new EndpointUrl("https", null, "a", "b c", "%zz", "", false, "*", "%41", "", false);

    assertThat(url.goString()).isEqualTo("https://a/b%20c#*");
  }

  @ParameterizedTest
  @EnumSource
  void everyTextHasAnAnswer(UrlRules rules) {
    String[] pieces = {
      "http://",
      "//",
      "/",
      "?",
      "#",
      "@",
      ":",
      "[",
      "]",
      "%",
      "%25",
      "%ff",
      "::",
      "1.2.3.4",
      "f",
      "\0",
      "\u007f",
      "é",
      "\ud83d\ude00",
      "\ud83d",
      "\ude00",
      "\udcff",
      " ",
      "\"",
      "\\",
      "a"
    };
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(12); left > 0; left--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(fields(EndpointUrl.parse(text.toString(), rules))).as("%s", text).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "/", ":", "%41", "%ff", "%", "[", "]", "@", "?", "#", "é", "1:", "::", "1."})
  void longTextTakesLinearTime(String piece) {
    String many = piece.repeat(1_000_000 / piece.length());
    List<String> inputs = List.of(many, "http://" + many, "http://[" + many + "]", "#" + many);

    for (String input : inputs) {
      for (UrlRules rules : UrlRules.values()) {
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> fields(EndpointUrl.parse(input, rules)));
      }
    }
  }

  private static EndpointUrl parsed(String input) {
    return ((Ok) EndpointUrl.parse(input, UrlRules.GO_1_26)).url();
  }

  private static Failed failed(String input, UrlRules rules) {
    return (Failed) EndpointUrl.parse(input, rules);
  }

  private static List<UrlRules> rulesThatAccept(String input) {
    return Arrays.stream(UrlRules.values())
        .filter(rules -> EndpointUrl.parse(input, rules) instanceof Ok)
        .toList();
  }

  private static List<String> fields(UrlParse parse) {
    List<String> fields = new ArrayList<>();
    if (parse instanceof Failed failed) {
      fields.addAll(List.of("ERR", failed.reason(), failed.message()));
    } else {
      EndpointUrl url = ((Ok) parse).url();
      String user = url.userInfo();
      fields.addAll(List.of("OK", url.scheme(), user == null ? NO_USER : user, url.host()));
      fields.addAll(List.of(url.path(), url.rawPath(), url.rawQuery(), "" + url.forceQuery()));
      fields.addAll(List.of(url.fragment(), url.rawFragment(), url.opaque(), "" + url.omitHost()));
      fields.addAll(List.of(url.hostname(), url.port(), url.goString(), url.toString()));
    }
    return fields;
  }

  static Stream<Answer> recordedAnswers() throws IOException {
    return Files.readAllLines(dataFile(), StandardCharsets.US_ASCII).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .flatMap(EndpointUrlTest::answers);
  }

  private static Stream<Answer> answers(String line) {
    List<String> columns = Arrays.asList(line.split("\t", -1));
    return Arrays.stream(columns.get(0).split(","))
        .map(version -> UrlRules.valueOf("GO_" + version.replace('.', '_')))
        .map(rules -> new Answer(rules, columns.get(1), columns.subList(2, columns.size())));
  }

  /** The data lies beside the modules, whichever of them the test runs in. */
  private static Path dataFile() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(DATA))) {
      folder = folder.getParent();
    }
    return Objects.requireNonNull(folder, DATA).resolve(DATA);
  }

  /** Writes a text as the data file does: {@code \xNN} for every byte that is not plain. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      boolean rawByte = c >= 0xDC80 && c <= 0xDCFF;
      byte[] utf8 = Character.toString(c).getBytes(StandardCharsets.UTF_8);
      for (byte b : rawByte ? new byte[] {(byte) c} : utf8) {
        boolean plain = b >= ' ' && b <= '~' && b != '\\';
        out.append(plain ? Character.toString(b) : String.format("\\x%02x", b));
      }
    }
    return out.toString();
  }

  private static String unescape(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        out.write(text.charAt(i));
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
