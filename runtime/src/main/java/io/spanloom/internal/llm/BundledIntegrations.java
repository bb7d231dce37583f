package io.spanloom.internal.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * Integrations that came in a bundle, such as Spring Boot's starter, which has one for each library
 * that the program may use. A library that is missing is no mistake then.
 *
 * <p>A bundle names the packages of its integrations in {@value #LIST}, one a line.
 */
final class BundledIntegrations {

  private static final String LIST = "META-INF/spanloom/bundled-integrations";

  private BundledIntegrations() {}

  /** Whether an integration of a bundle lacks its library. */
  static boolean isOptional(String integration, Throwable failure, ClassLoader loader) {
    return lacksClass(failure) && isListed(integration, loader);
  }

  private static boolean lacksClass(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isListed(String integration, ClassLoader loader) {
    try {
      for (URL list : Collections.list(loader.getResources(LIST))) {
        try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
          if (lines.lines().anyMatch(integration::equals)) {
            return true;
          }
        }
      }
    } catch (IOException unreadable) {
      // The list is about a warning only.
    }
    return false;
  }
}
