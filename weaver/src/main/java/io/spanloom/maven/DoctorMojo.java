package io.spanloom.maven;

import io.spanloom.weaver.doctor.Doctor;
import io.spanloom.weaver.doctor.DoctorException;
import io.spanloom.weaver.doctor.DoctorRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Sends one test trace with the OpenTelemetry settings in force, by environment variables ({@code
 * OTEL_EXPORTER_OTLP_…}) and system properties ({@code otel.exporter.otlp.…}), and reads it back or
 * says exactly what the endpoint answered.
 *
 * <p>The build fails if the trace does not arrive. Needs no project. Values of headers are never
 * printed.
 */
@Mojo(name = "doctor", requiresProject = false, aggregator = true, threadSafe = true)
public final class DoctorMojo extends AbstractMojo {

  /**
   * The address of a trace in the backend, with <code>{traceId}</code> in it; {@code none} not to
   * read back. By default Jaeger, Tempo, Zipkin and SkyWalking are looked for on their usual ports
   * if the endpoint is on this machine.
   */
  @Parameter(property = "spanloom.doctor.readBack")
  private @Nullable String readBack;

  /** How many seconds the trace may take to be there. */
  @Parameter(property = "spanloom.doctor.patience", defaultValue = "15")
  private int patience;

  @Override
  public void execute() throws MojoFailureException {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name, ""));
    }
    DoctorRequest request =
        new DoctorRequest(
            properties, System.getenv(), readBack, Duration.ofSeconds(Math.max(0, patience)));
    try {
      Doctor.examine(request, System.out::println);
    } catch (DoctorException undelivered) {
      throw new MojoFailureException(undelivered.getMessage(), undelivered);
    }
  }
}
