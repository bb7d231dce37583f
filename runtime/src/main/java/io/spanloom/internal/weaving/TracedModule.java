package io.spanloom.internal.weaving;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A directory or jar with classes that were compiled for tracing.
 *
 * @param place where it is
 * @param methods what its span model says
 */
public record TracedModule(String place, List<TracedMethod> methods) {

  private static final String MODEL = "META-INF/spanloom/span-model.json";

  public TracedModule {
    methods = List.copyOf(methods);
  }

  /** The modules that a class loader sees; without those whose models cannot be read. */
  public static List<TracedModule> find(ClassLoader loader) {
    List<TracedModule> modules = new ArrayList<>();
    try {
      for (URL model : Collections.list(loader.getResources(MODEL))) {
        try {
          modules.add(new TracedModule(place(model), SpanModelReader.read(model)));
        } catch (IOException unreadable) {
          // The others may be readable.
        }
      }
    } catch (IOException nothingToFind) {
      // There are none then.
    }
    return modules;
  }

  /** Whether it is a directory, where classes may be replaced one by one. */
  boolean isDirectory() {
    return !place.endsWith(".jar");
  }

  private static String place(URL model) {
    String text = model.toString();
    String root = text.substring(0, text.length() - MODEL.length());
    return root.replaceFirst("^jar:", "")
        .replaceFirst("^(nested|file):", "")
        .replaceFirst("!?/$", "");
  }
}
