package dev.regwright.e2e;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A private authority with a server on 127.0.0.1 and a client, made anew for each run. */
record TestCertificates(
    String ca, String server, String serverKey, String client, String clientKey) {

  static TestCertificates make() throws GeneralSecurityException, IOException {
    KeyPair authority = keys();
    X500Name issuer = new X500Name("CN=Test authority");
    X509CertificateHolder ca = certificate(issuer, issuer, authority, authority, true);
    KeyPair server = keys();
    KeyPair client = keys();
    return new TestCertificates(
        pem(ca),
        pem(certificate(issuer, new X500Name("CN=127.0.0.1"), authority, server, false)),
        pem(pkcs8(server)),
        pem(certificate(issuer, new X500Name("CN=node"), authority, client, false)),
        pem(pkcs8(client)));
  }

  Path write(Path directory) throws IOException {
    Files.writeString(directory.resolve("ca.crt"), ca);
    Files.writeString(directory.resolve("server.crt"), server);
    Files.writeString(directory.resolve("server.key"), serverKey);
    return directory;
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static Object pkcs8(KeyPair keys) {
    return new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  private static X509CertificateHolder certificate(
      X500Name issuer, X500Name subject, KeyPair authority, KeyPair keys, boolean ca)
      throws IOException {
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(System.nanoTime()),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(Duration.ofDays(2))),
            subject,
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
    if (!ca) {
      var names =
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.dNSName, "localhost")
              });
      builder.addExtension(Extension.subjectAlternativeName, false, names);
    }
    try {
      return builder.build(
          new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
