package io.spanloom.advice;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the program has set a global OpenTelemetry, at a cost woven calls can bear
 * while it has not.
 *
 * <p>{@link GlobalOpenTelemetry#get} must not be called to find out: it would install a no-op and
 * make the program's own later {@code set} fail. {@link GlobalOpenTelemetry#isSet} takes a lock,
 * which all threads would meet at on every call, so the field behind it is read where the module
 * system allows it.
 */
final class GlobalTelemetry {

  private static final boolean AUTOCONFIGURE = autoconfigureEnabled();
  private static final @Nullable VarHandle FIELD = field();

  /** The OpenTelemetry Java agent answers for the global one, and leaves the field empty. */
  private static final boolean ANSWERED_BY_AGENT =
      FIELD != null && FIELD.getVolatile() == null && GlobalOpenTelemetry.isSet();

  /** A global that records nothing; it cannot be replaced, so there is no need to look again. */
  private static volatile @Nullable Object known;

  private GlobalTelemetry() {}

  /** The global OpenTelemetry if it is set and records spans, else {@code null}. */
  static @Nullable OpenTelemetry find() {
    if (ANSWERED_BY_AGENT) {
      return recording();
    }
    if (FIELD != null && !AUTOCONFIGURE) {
      Object set = FIELD.getVolatile();
      if (set == null || set == known) {
        return null;
      }
    } else if (!AUTOCONFIGURE && !GlobalOpenTelemetry.isSet()) {
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

  /** The user asked OpenTelemetry to configure itself on first use: this is such a use. */
  private static boolean autoconfigureEnabled() {
    String property = System.getProperty("otel.java.global-autoconfigure.enabled");
    return Boolean.parseBoolean(
        property != null ? property : System.getenv("OTEL_JAVA_GLOBAL_AUTOCONFIGURE_ENABLED"));
  }

  private static @Nullable VarHandle field() {
    try {
      return MethodHandles.privateLookupIn(GlobalOpenTelemetry.class, MethodHandles.lookup())
          .findStaticVarHandle(
              GlobalOpenTelemetry.class, "globalOpenTelemetry", OpenTelemetry.class);
    } catch (ReflectiveOperationException | RuntimeException notAllowed) {
      return null;
    }
  }
}
