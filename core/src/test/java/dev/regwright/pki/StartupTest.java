package dev.regwright.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every run of the linter does must not load Bouncy Castle, which takes a tenth of a second.
 */
class StartupTest {

  /** Loads this package anew and hides Bouncy Castle. */
  private static final class WithoutBouncyCastle extends URLClassLoader {
    WithoutBouncyCastle() {
      super(new URL[] {Pem.class.getProtectionDomain().getCodeSource().getLocation()}, null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("org.bouncycastle.")) {
        throw new ClassNotFoundException("needed at start-up: " + name);
      }
      return super.findClass(name);
    }
  }

  @Test
  void validationDoesWithoutBouncyCastle() throws IOException, ReflectiveOperationException {
    try (WithoutBouncyCastle loader = new WithoutBouncyCastle()) {
      Class<?> ca = loader.loadClass(CaCheck.class.getName());
      Class<?> identity = loader.loadClass(ClientIdentityCheck.class.getName());
      for (String name : List.of("ec-ca", "rsa-ca", "ed-leaf", "p521-ca")) {
        String certificate = PkiData.pem(name + ".crt.pem");
        assertThat(ca.getMethod("accepts", String.class).invoke(null, certificate)).isEqualTo(true);
        for (String key : List.of("ec-P-256.key.pem", "rsa.key.pem", "ed25519.key.pem")) {
          Object problems =
              identity
                  .getMethod("talos112", String.class, String.class)
                  .invoke(null, certificate, PkiData.pem(key));
          assertThat(problems).isEqualTo(List.of());
        }
      }
    }
  }
}
