package io.spanloom.maven.doctor;

import io.spanloom.maven.doctor.Settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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

/** Trust in the certificates of a PEM file, and in no others. */
record Trust(SSLSocketFactory sockets, X509TrustManager manager) {

  static Trust in(Setting certificate) throws DoctorException {
    try (InputStream pem = Files.newInputStream(Path.of(certificate.value()))) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate trusted :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted-" + number++, trusted);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      X509TrustManager manager = (X509TrustManager) factory.getTrustManagers()[0];
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return new Trust(context.getSocketFactory(), manager);
    } catch (IOException | GeneralSecurityException unusable) {
      throw new DoctorException(
          "Cannot read the certificates in %s (%s): %s. Name a file of certificates in PEM form."
              .formatted(certificate.value(), certificate.origin(), unusable),
          unusable);
    }
  }
}
