package io.spanloom.maven.extension;

import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/** Binds the goal {@code weave} to its own phase. */
final class WeaveExecution {

  private WeaveExecution() {}

  static void addTo(Plugin plugin) {
    if (plugin.getExecutions().isEmpty()) {
      PluginExecution execution = new PluginExecution();
      execution.setId("spanloom-weave");
      execution.setGoals(List.of("weave"));
      execution.setConfiguration(plugin.getConfiguration());
      plugin.addExecution(execution);
      plugin.flushExecutionMap();
    }
  }
}
