package io.spanloom.internal.call;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the program has set a global OpenTelemetry, at a cost woven calls can bear
 * while it has not.
 *
 * <p>{@link GlobalOpenTelemetry#get} must not be called to find out: it would install a no-op and
 * make the program's own later {@code set} fail. {@link GlobalOpenTelemetry#isSet} came with 1.57
 * and takes a lock, which all threads would meet at on every call. So the field behind it is read,
 * which all versions from 1.40 on have, though not with the same type.
 */
public final class GlobalTelemetry {

  private static final boolean AUTOCONFIGURE =
      isOn("otel.java.global-autoconfigure.enabled", "OTEL_JAVA_GLOBAL_AUTOCONFIGURE_ENABLED", "");

  /** {@code null} where the module system does not allow a look at it. */
  private static final @Nullable VarHandle FIELD = field(GlobalOpenTelemetry.class);

  /** The OpenTelemetry Java agent answers for the global one, and leaves the field empty. */
  private static final boolean ANSWERED_BY_AGENT =
      FIELD != null && FIELD.getVolatile() == null && (saysItIsSet() || bridgedToAgent());

  /** A global that records nothing; it cannot be replaced, so there is no need to look again. */
  private static volatile @Nullable Object known;

  private GlobalTelemetry() {}

  /** Whether there is a global OpenTelemetry, also one that records nothing. */
  public static boolean isSet() {
    return ANSWERED_BY_AGENT || (FIELD == null ? saysItIsSet() : FIELD.getVolatile() != null);
  }

  /** The global OpenTelemetry if it is set and records spans, else {@code null}. */
  public static @Nullable OpenTelemetry find() {
    if (AUTOCONFIGURE) {
      return recording(); // The user asked OpenTelemetry to start on first use: this is such a use.
    }
    if (!isSet() || (FIELD != null && known != null && known == FIELD.getVolatile())) {
      return null;
    }
    return recording();
  }

  private static @Nullable OpenTelemetry recording() {
    OpenTelemetry global = GlobalOpenTelemetry.get();
    if (global.getTracerProvider() == TracerProvider.noop()) {
      known = FIELD == null ? null : FIELD.getVolatile();
      return null;
    }
    return global;
  }

  private static boolean saysItIsSet() {
    return OpenTelemetryFeatures.GLOBAL_IS_SET && GlobalOpenTelemetry.isSet();
  }

  /**
   * Whether the agent answers {@link GlobalOpenTelemetry#get}, which {@code isSet} tells for new
   * agents and new programs only. The agent keeps an OpenTelemetry under another name where all
   * classes see it.
   */
  private static boolean bridgedToAgent() {
    try {
      VarHandle agents =
          field(
              Class.forName(
                  "io.opentelemetry.javaagent.shaded.io.opentelemetry.api.GlobalOpenTelemetry",
                  false,
                  null));
      return agents != null
          && agents.getVolatile() != null
          && isOn(
              "otel.instrumentation.opentelemetry-api.enabled",
              "OTEL_INSTRUMENTATION_OPENTELEMETRY_API_ENABLED",
              "true");
    } catch (ClassNotFoundException | LinkageError noAgent) {
      return false;
    }
  }

  private static boolean isOn(String property, String variable, String unsaid) {
    String set = System.getProperty(property, System.getenv().getOrDefault(variable, unsaid));
    return Boolean.parseBoolean(set.trim());
  }

  private static @Nullable VarHandle field(Class<?> global) {
    try {
      Field field = global.getDeclaredField("globalOpenTelemetry");
      return MethodHandles.privateLookupIn(global, MethodHandles.lookup())
          .unreflectVarHandle(field);
    } catch (ReflectiveOperationException | RuntimeException notAllowed) {
      return null;
    }
  }
}
