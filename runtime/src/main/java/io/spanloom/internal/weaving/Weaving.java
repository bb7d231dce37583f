package io.spanloom.internal.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which classes of a class loader are woven. Nothing is initialized, and only aspects are
 * loaded: a class that is loaded can no longer be woven by AspectJ's agent.
 */
public final class Weaving {

  /** What Spanloom's plugin and AspectJ's compiler leave in the class files that they weave. */
  private static final String MARK = "io/spanloom/internal/advice/Woven";

  private static final String MARK_OF_ASPECTJ = "org.aspectj.weaver.WeaverState";

  /** An aspect gets this method when it is woven. */
  private static final String INSTANCE = "aspectOf";

  private final ClassLoader loader;
  private final Map<String, Boolean> aspects = new HashMap<>();
  private final Map<String, Boolean> classes = new HashMap<>();

  public Weaving(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Whether calls of the method are traced, as far as class files show. Where only implementations
   * are woven, it is enough that the aspect is.
   */
  public boolean isWoven(TracedMethod method) {
    return isAspectWoven(method.aspect())
        && (method.onImplementations() || isClassWoven(method.type(), method.aspect()));
  }

  /** Whether an aspect is woven; {@code true} if nothing is known of it. */
  boolean isAspectWoven(String aspect) {
    return aspects.computeIfAbsent(aspect, this::hasInstance);
  }

  private boolean hasInstance(String aspect) {
    try {
      Class<?> type = Class.forName(aspect, false, loader);
      return Arrays.stream(type.getDeclaredMethods())
          .anyMatch(method -> method.getName().equals(INSTANCE));
    } catch (ClassNotFoundException | LinkageError notHere) {
      return true;
    }
  }

  private boolean isClassWoven(String type, String aspect) {
    return classes.computeIfAbsent(
        type,
        name -> {
          String content = classFile(name);
          return content == null
              || content.contains(MARK)
              || content.contains(MARK_OF_ASPECTJ)
              || isWovenWhenLoaded(aspect);
        });
  }

  /** The agent weaves aspects and classes when they are loaded, and leaves the files alone. */
  private boolean isWovenWhenLoaded(String aspect) {
    String content = classFile(aspect);
    return content == null || !content.contains(INSTANCE);
  }

  private @Nullable String classFile(String name) {
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return null;
    }
  }
}
