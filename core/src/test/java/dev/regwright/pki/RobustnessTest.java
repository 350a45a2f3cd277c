package dev.regwright.pki;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing throws and nothing takes long, whatever the text. */
class RobustnessTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final List<String> PIECES =
      List.of(
          "-----BEGIN ",
          "-----END ",
          "-----",
          "\n",
          "\r\n",
          " ",
          "CERTIFICATE",
          "PRIVATE KEY",
          "AAAA",
          "=",
          ":",
          "MII",
          "\\n",
          "\ud800",
          "ä",
          "\0",
          "Proc-Type: 4,ENCRYPTED\n",
          "-----BEGIN CERTIFICATE-----\n",
          "\n-----END CERTIFICATE-----\n");

  private static void everything(String text) {
    List<PemBlock> blocks = Pem.blocks(text);
    for (PemBlock block : blocks.subList(0, Math.min(blocks.size(), 50))) {
      one(block);
    }
    String key = PkiData.pem("ec-P-256.key.pem");
    String certificate = PkiData.pem("ec-ca.crt.pem");
    CaCheck.accepts(text);
    PemTrouble.of(text);
    PemTrouble.ofCertificates(text);
    GoBase64.decode(text);
    ClientIdentityCheck.talos112(text, text);
    ClientIdentityCheck.talos114(text, text);
    KeyMatch.of(text, key);
    KeyMatch.of(certificate, text);
    Pkcs8.convert(text);
  }

  private static void one(PemBlock block) {
    CaCheck.refusal(block);
    CertificateFacts.of(block);
    KeyFacts.of(block);
    Pkcs8.convert(block);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomText(long seed) {
    Random random = new Random(seed);
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
              text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            everything(text.toString());
          }
        },
        () -> "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damagedDer(long seed) {
    Random random = new Random(seed);
    List<PemBlock> blocks =
        PkiData.names("pem").stream()
            .flatMap(name -> Pem.blocks(PkiData.pem(name)).stream())
            .toList();
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int round = 0; round < 1500; round++) {
            PemBlock block = blocks.get(random.nextInt(blocks.size()));
            byte[] der = block.der().toByteArray();
            for (int i = random.nextInt(3); i >= 0; i--) {
              der[random.nextInt(Math.min(der.length, 100))] = (byte) random.nextInt(256);
            }
            one(new PemBlock(block.type(), Der.of(der), block.headers(), 0, 0));
          }
        },
        () -> "seed " + seed);
  }

  @TestFactory
  Stream<DynamicTest> megabytes() {
    Random random = new Random(1);
    byte[] noise = new byte[MEGABYTE];
    random.nextBytes(noise);
    String ca = PkiData.pem("ed-ca.crt.pem");
    return Stream.of(
        big("noise", n -> new String(noise, StandardCharsets.ISO_8859_1)),
        big("one letter", n -> "A".repeat(n)),
        big("newlines", n -> "\n".repeat(n)),
        big("dashes", n -> "-".repeat(n)),
        big("blanks", n -> " ".repeat(n)),
        big("BEGIN marks", n -> "-----BEGIN ".repeat(n / 11)),
        big("BEGIN lines", n -> "-----BEGIN X-----\n".repeat(n / 18)),
        big("END lines", n -> "\n-----END X-----".repeat(n / 16)),
        big("END marks behind one BEGIN", n -> "-----BEGIN X-----" + "\n-----END ".repeat(n / 10)),
        big("pairs with bad bodies", n -> "-----BEGIN X-----\n*\n-----END X-----\n".repeat(n / 36)),
        big("pairs of other types", n -> "-----BEGIN X-----\nAA\n-----END Y-----\n".repeat(n / 37)),
        big("headers", n -> "-----BEGIN X-----\n" + "a:b\n".repeat(n / 4) + "\n-----END X-----\n"),
        big("headers without end", n -> "-----BEGIN X-----\n" + "a:b\n".repeat(n / 4)),
        big("blocks of headers", n -> "-----BEGIN X-----\na:b\n-----END X-----\n".repeat(n / 38)),
        big(
            "blocks",
            n -> "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".repeat(n / 59)),
        big("certificates", n -> ca.repeat(n / ca.length())),
        big("indented certificates", n -> ca.replace("\n", "\n ").repeat(n / ca.length())),
        der("zeros", n -> new byte[n]),
        der("noise", n -> noise),
        der("nested indefinite lengths", n -> fill(n, 0x30, 0x80)),
        der("nested short lengths", n -> fill(n, 0x30, 0x7e)),
        der("nested true lengths", RobustnessTest::nested),
        der("nested tags", n -> fill(n, 0xbf, 0xff)),
        der("one large integer", n -> element(0x30, element(0x02, ones(n)))),
        der("large RSA key", RobustnessTest::rsa),
        der("many small primes", RobustnessTest::manyPrimes),
        der("large EC key", n -> element(0x30, small(1), element(0x04, ones(n)))),
        der(
            "large identifier",
            n -> element(0x30, small(0), element(0x30, element(0x06, ones(n))))));
  }

  private static DynamicTest big(String name, Function<Integer, String> text) {
    return DynamicTest.dynamicTest(
        name, () -> assertTimeoutPreemptively(LIMIT, () -> everything(text.apply(MEGABYTE))));
  }

  private static DynamicTest der(String name, Function<Integer, byte[]> bytes) {
    return big(
        "DER: " + name,
        n -> {
          Der der = Der.of(bytes.apply(n * 3 / 4));
          return Pem.encode("CERTIFICATE", der) + Pem.encode("RSA PRIVATE KEY", der);
        });
  }

  private static byte[] fill(int size, int... pattern) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) pattern[i % pattern.length];
    }
    return bytes;
  }

  private static byte[] ones(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 0x7f);
    return bytes;
  }

  private static byte[] small(int value) {
    return new byte[] {2, 1, (byte) value};
  }

  private static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int size = body.size();
    if (size < 0x80) {
      out.write(size);
    } else {
      byte[] length = BigInteger.valueOf(size).toByteArray();
      int skip = length[0] == 0 ? 1 : 0;
      out.write(0x80 + length.length - skip);
      out.write(length, skip, length.length - skip);
    }
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  /** Sequences in sequences with right lengths, as deep as a quarter of the size allows. */
  private static byte[] nested(int size) {
    byte[] bytes = new byte[size / 4 * 4];
    for (int i = 0; i < bytes.length; i += 4) {
      int rest = bytes.length - i - 4;
      bytes[i] = 0x30;
      bytes[i + 1] = (byte) 0x82;
      bytes[i + 2] = (byte) (rest >> 8);
      bytes[i + 3] = (byte) rest;
    }
    return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 60000), bytes.length);
  }

  private static byte[] rsa(int size) {
    byte[] number = element(2, ones(size / 9));
    return element(
        0x30, small(0), number, small(3), number, number, number, number, number, number);
  }

  private static byte[] manyPrimes(int size) {
    ByteArrayOutputStream primes = new ByteArrayOutputStream();
    for (int i = 0; primes.size() < size; i++) {
      byte[] prime = element(2, BigInteger.valueOf(70001 + 2L * i).toByteArray());
      primes.writeBytes(element(0x30, prime, small(1), small(1)));
    }
    byte[] number = element(2, ones(100));
    byte[] list = element(0x30, primes.toByteArray());
    return element(
        0x30, small(1), number, small(3), number, number, number, number, number, number, list);
  }
}
