package io.spanloom.weaver.doctor;

import io.spanloom.weaver.doctor.Settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** PemTrust in the certificates of a PEM file, and in no others. */
record PemTrust(SSLSocketFactory sockets, X509TrustManager manager) {

  /** The file's name; a key that was set instead of a file is not printed. */
  static String printable(Setting certificate) {
    String value = certificate.value();
    return value.contains("-----") || value.contains("@") || value.lines().count() > 1
        ? PrintableAddress.MASK
        : value;
  }

  static PemTrust in(Setting certificate) throws DoctorException {
    try (InputStream pem = Files.newInputStream(Path.of(certificate.value()))) {
      KeyStore store = store(pem);
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      X509TrustManager manager = (X509TrustManager) factory.getTrustManagers()[0];
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return new PemTrust(context.getSocketFactory(), manager);
    } catch (IOException | GeneralSecurityException | InvalidPathException unusable) {
      throw new DoctorException(
          "Cannot read the certificates in %s (%s): %s. Name a file of certificates in PEM form."
              .formatted(
                  printable(certificate),
                  certificate.origin(),
                  unusable.getClass().getSimpleName()),
          unusable);
    }
  }

  private static KeyStore store(InputStream pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate trusted : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
      store.setCertificateEntry("trusted-" + number++, trusted);
    }
    return store;
  }
}
