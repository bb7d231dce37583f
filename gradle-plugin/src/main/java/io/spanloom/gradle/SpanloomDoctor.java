package io.spanloom.gradle;

import io.spanloom.weaver.doctor.Doctor;
import io.spanloom.weaver.doctor.DoctorException;
import io.spanloom.weaver.doctor.DoctorRequest;
import java.time.Duration;
import org.gradle.api.DefaultTask;
import org.gradle.api.GradleException;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Optional;
import org.gradle.api.tasks.TaskAction;
import org.gradle.api.tasks.UntrackedTask;
import org.gradle.api.tasks.options.Option;

/**
 * Sends one test trace with the OpenTelemetry settings in force and reads it back, or says exactly
 * what the endpoint answered.
 */
@UntrackedTask(because = "it examines an endpoint")
public abstract class SpanloomDoctor extends DefaultTask {

  /** The address of a trace in the backend, with <code>{traceId}</code> in it, or {@code none}. */
  @Input
  @Optional
  @Option(option = "read-back", description = "The address of a trace in the backend, or none.")
  public abstract Property<String> getReadBack();

  /** How many seconds the trace may take to be there. */
  @Input
  @Option(option = "patience", description = "How many seconds the trace may take to arrive.")
  public abstract Property<String> getPatience();

  /**
   * Examines the endpoint.
   *
   * @throws GradleException if the trace does not arrive
   */
  @TaskAction
  public void examine() {
    Duration patience = Duration.ofSeconds(Math.max(0, Integer.parseInt(getPatience().get())));
    try {
      Doctor.examine(
          DoctorRequest.ofProcess(getReadBack().getOrNull(), patience), getLogger()::quiet);
    } catch (DoctorException undelivered) {
      throw new GradleException(String.valueOf(undelivered.getMessage()), undelivered);
    }
  }
}
