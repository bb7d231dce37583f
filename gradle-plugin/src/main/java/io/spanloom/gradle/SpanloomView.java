package io.spanloom.gradle;

import io.spanloom.weaver.view.TraceView;
import io.spanloom.weaver.view.ViewException;
import io.spanloom.weaver.view.ViewRequest;
import org.gradle.api.DefaultTask;
import org.gradle.api.GradleException;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Optional;
import org.gradle.api.tasks.TaskAction;
import org.gradle.api.tasks.UntrackedTask;
import org.gradle.api.tasks.options.Option;

/** Shows recorded traces as one HTML page that needs no server and no network. */
@UntrackedTask(because = "traces are recorded outside the build")
public abstract class SpanloomView extends DefaultTask {

  /** The file of traces, or a directory of such files. */
  @Input
  @Optional
  @Option(option = "traces", description = "The file of traces, or a directory of such files.")
  public abstract Property<String> getTraces();

  /** The page to write; beside the traces by default. */
  @Input
  @Optional
  @Option(option = "output", description = "The page to write; beside the traces by default.")
  public abstract Property<String> getOutput();

  /**
   * Writes the page.
   *
   * @throws GradleException if there are no traces to show
   */
  @TaskAction
  public void view() {
    try {
      ViewRequest request = ViewRequest.of(getTraces().getOrNull(), getOutput().getOrNull());
      TraceView.Result result = new TraceView(request).write(System.in);
      result.notes().forEach(getLogger()::warn);
      getLogger().quiet(result.summary());
    } catch (ViewException failure) {
      throw new GradleException(String.valueOf(failure.getMessage()), failure);
    }
  }
}
