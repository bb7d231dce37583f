package io.spanloom.internal.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds modules that were compiled for tracing and never woven: their methods would be silent. It
 * happens where {@code mvn compile} stops before the weaving, and where a development environment
 * compiles by itself.
 */
final class UnwovenModules {

  private static final String MODEL = "META-INF/spanloom/span-model.json";

  private UnwovenModules() {}

  /** Warns of each such module that the class loader sees. */
  static void warn(ClassLoader loader, Consumer<String> warnings) {
    try {
      List<URL> models = Collections.list(loader.getResources(MODEL));
      for (URL model : models) {
        String aspect = firstAspect(model);
        if (aspect != null && !isWoven(aspect, loader)) {
          warnings.accept(
              "%s is compiled for tracing but not woven, so its methods are not traced (found by %s). Build with 'mvn process-classes' or a later phase ('compile' ends before weaving), or start Java with AspectJ's agent."
                  .formatted(place(model), aspect));
        }
      }
    } catch (IOException | LinkageError unreadable) {
      // It was only about a warning.
    }
  }

  /** An aspect gets this method when it is woven. */
  private static boolean isWoven(String aspect, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(aspect, false, loader);
      return Arrays.stream(type.getDeclaredMethods())
          .anyMatch(method -> method.getName().equals("aspectOf"));
    } catch (ClassNotFoundException notHere) {
      return true; // nothing is known of it
    }
  }

  private static @Nullable String firstAspect(URL model) throws IOException {
    URLConnection connection = model.openConnection();
    connection.setUseCaches(false); // else the jar stays open
    try (InputStream in = connection.getInputStream();
        JsonParser json = new JsonFactory().createParser(in)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && json.currentName().equals("aspect")) {
          return json.nextTextValue();
        }
      }
      return null;
    }
  }

  private static String place(URL model) {
    String text = model.toString();
    String root = text.substring(0, text.length() - MODEL.length());
    return root.replaceFirst("^jar:", "").replaceFirst("^file:", "").replaceFirst("!?/$", "");
  }
}
