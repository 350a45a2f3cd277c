package dev.regwright.pki;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded answer of Go and Talos, reproduced. */
class GoAnswersTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Arguments> cases() {
    int[] line = {0};
    return PkiData.answers()
        .map(
            node -> {
              String name = "line " + ++line[0] + ", " + node.path("op").asText();
              return Arguments.of(name + " " + node.path("name").asText(), node);
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void saysWhatGoSays(String name, JsonNode node) {
    JsonNode expect = node.path("expect");
    if (expect.isArray()) {
      assertThat(blocks(PkiData.text(node, "text"))).isEqualTo(expect);
    } else {
      assertThat(answer(node)).isEqualTo(expect.asText());
    }
  }

  private static String answer(JsonNode node) {
    String text = PkiData.text(node, "text");
    return switch (node.path("op").asText()) {
      case "base64" -> base64(text);
      case "ca" -> String.valueOf(CaCheck.accepts(text));
      case "certificate" -> certificate(der(node));
      case "pkcs8" -> pkcs8(der(node));
      case "pair" -> KeyMatch.of(text, PkiData.text(node, "key")).upstream();
      case "quote" -> GoText.quote(text);
      case "talos112", "talos114" -> talos(node);
      default -> throw new IllegalArgumentException(node.path("op").asText());
    };
  }

  private static byte[] der(JsonNode node) {
    return Base64.getDecoder().decode(node.path("der").asText());
  }

  private static String base64(String text) {
    return GoBase64.decode(text) instanceof GoBase64.Decoded decoded
        ? "ok " + HexFormat.of().formatHex(decoded.bytes().toByteArray())
        : ((GoBase64.Corrupt) GoBase64.decode(text)).text();
  }

  private static String certificate(byte[] der) {
    try {
      GoCertificate.parse(der);
      return "ok";
    } catch (GoError e) {
      return e.text();
    }
  }

  private static String pkcs8(byte[] der) {
    PrivateValue key;
    try {
      key = GoPrivateKey.pkcs8(der);
    } catch (GoError e) {
      return e.text();
    }
    if (key instanceof PrivateValue.Rsa) {
      return "*rsa.PrivateKey";
    }
    if (key instanceof PrivateValue.Ec) {
      return "*ecdsa.PrivateKey";
    }
    return key instanceof PrivateValue.Ed25519 ? "ed25519.PrivateKey" : "*ecdh.PrivateKey";
  }

  private static String talos(JsonNode node) {
    List<String> lines = new ArrayList<>();
    String ca = PkiData.text(node, "ca");
    if (!ca.isEmpty() && !CaCheck.accepts(ca)) {
      lines.add(CaCheck.ERROR);
    }
    if (node.path("identity").asBoolean()) {
      String cert = PkiData.text(node, "cert");
      String key = PkiData.text(node, "key");
      boolean old = node.path("op").asText().equals("talos112");
      (old ? ClientIdentityCheck.talos112(cert, key) : ClientIdentityCheck.talos114(cert, key))
          .forEach(problem -> lines.add(problem.upstream()));
    }
    return String.join("\n", lines);
  }

  private static ArrayNode blocks(String text) {
    ArrayNode blocks = MAPPER.createArrayNode();
    for (PemBlock block : Pem.blocks(text)) {
      int newline = text.indexOf('\n', block.end());
      String consumed = text.substring(0, newline < 0 ? text.length() : newline + 1);
      ObjectNode node = blocks.addObject();
      node.put("type", block.type());
      node.put("bytes", Base64.getEncoder().encodeToString(block.der().toByteArray()));
      ObjectNode headers = node.putObject("headers");
      block.headers().forEach(headers::put);
      node.put("rest", consumed.getBytes(StandardCharsets.UTF_8).length);
      assertThat(text.substring(block.start(), block.end()))
          .startsWith("-----BEGIN " + block.type())
          .endsWith("-----END " + block.type() + "-----");
    }
    return blocks;
  }
}
