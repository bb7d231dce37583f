package io.spanloom.weaver.doctor;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to examine.
 *
 * @param properties system properties, which may set {@code otel.…}
 * @param environment environment variables, which may set {@code OTEL_…}
 * @param readBack the address of a trace in the backend, with <code>{traceId}</code> in it; {@code
 *     none} not to read back; null to look for known backends
 * @param patience how long the trace may take to be there
 */
public record DoctorRequest(
    Map<String, String> properties,
    Map<String, String> environment,
    @Nullable String readBack,
    Duration patience) {}
