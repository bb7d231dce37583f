package io.spanloom.gradle;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.gradle.api.internal.BuildDefinition;
import org.gradle.api.internal.StartParameterInternal;
import org.gradle.initialization.DefaultBuildCancellationToken;
import org.gradle.initialization.DefaultBuildRequestMetaData;
import org.gradle.initialization.NoOpBuildEventConsumer;
import org.gradle.internal.agents.AgentStatus;
import org.gradle.internal.build.BuildStateRegistry;
import org.gradle.internal.build.RootBuildState;
import org.gradle.internal.buildoption.BuildOption;
import org.gradle.internal.buildtree.BuildTreeLifecycleListener;
import org.gradle.internal.buildtree.BuildTreeModelControllerServices;
import org.gradle.internal.buildtree.BuildTreeState;
import org.gradle.internal.buildtree.RunTasksRequirements;
import org.gradle.internal.classpath.ClassPath;
import org.gradle.internal.event.ListenerManager;
import org.gradle.internal.logging.LoggingManagerInternal;
import org.gradle.internal.logging.services.LoggingServiceRegistry;
import org.gradle.internal.nativeintegration.services.NativeServices;
import org.gradle.internal.operations.BuildOperationContext;
import org.gradle.internal.operations.BuildOperationDescriptor;
import org.gradle.internal.operations.BuildOperationRunner;
import org.gradle.internal.operations.RunnableBuildOperation;
import org.gradle.internal.service.ServiceRegistry;
import org.gradle.internal.service.ServiceRegistryBuilder;
import org.gradle.internal.service.scopes.GlobalScopeServices;
import org.gradle.internal.service.scopes.GradleUserHomeScopeServiceRegistry;
import org.gradle.internal.session.BuildSessionState;
import org.gradle.internal.session.CrossBuildSessionState;
import org.gradle.internal.work.WorkerLeaseService;

/**
 * Runs one build in this JVM: what Gradle's launcher does, which is the part of Gradle that its
 * published API lacks. All that configures, schedules and executes tasks is Gradle's own.
 */
final class GradleMain {

  private final StartParameterInternal start;

  private GradleMain(StartParameterInternal start) {
    this.start = start;
  }

  /**
   * The program.
   *
   * @param arguments the project's directory, Gradle's user home, then options and tasks
   */
  public static void main(String[] arguments) throws Exception {
    StartParameterInternal start = new StartParameterInternal();
    File project = new File(arguments[0]).getCanonicalFile();
    start.setProjectDir(project);
    start.setCurrentDir(project);
    start.setGradleUserHomeDir(new File(arguments[1]).getCanonicalFile());
    start.setLogLevel(org.gradle.api.logging.LogLevel.INFO);
    start.setOffline(true);
    List<String> tasks = new ArrayList<>();
    for (String argument : List.of(arguments).subList(2, arguments.length)) {
      switch (argument) {
        case "--configuration-cache" -> start.setConfigurationCache(BuildOption.Value.value(true));
        case "--build-cache" -> start.setBuildCacheEnabled(true);
        default -> tasks.add(argument);
      }
    }
    start.setTaskNames(tasks);
    System.exit(new GradleMain(start).build());
  }

  private int build() throws Exception {
    NativeServices.initializeOnDaemon(start.getGradleUserHomeDir());
    LoggingServiceRegistry logging = LoggingServiceRegistry.newCommandLineProcessLogging();
    LoggingManagerInternal log = logging.newInstance(LoggingManagerInternal.class);
    log.setLevelInternal(start.getLogLevel());
    log.captureSystemSources();
    log.start();
    ServiceRegistry global =
        ServiceRegistryBuilder.builder()
            .displayName("global services")
            .parent(logging)
            .parent(NativeServices.getInstance())
            .provider(new GlobalScopeServices(false, AgentStatus.disabled()))
            .build();
    try {
      run(global);
      System.out.println("BUILD SUCCESSFUL");
      return 0;
    } catch (RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        System.out.println("* " + cause);
      }
      System.out.println("BUILD FAILED");
      return 1;
    } finally {
      log.stop();
    }
  }

  private void run(ServiceRegistry global) throws Exception {
    DefaultBuildRequestMetaData request =
        new DefaultBuildRequestMetaData(System.currentTimeMillis());
    try (CrossBuildSessionState builds = new CrossBuildSessionState(global, start);
        BuildSessionState session =
            new BuildSessionState(
                global.get(GradleUserHomeScopeServiceRegistry.class),
                builds,
                start,
                request,
                ClassPath.EMPTY,
                new DefaultBuildCancellationToken(),
                request.getClient(),
                new NoOpBuildEventConsumer())) {
      Runnable build = () -> runTree(session.getServices());
      session.run(
          context -> {
            context.getServices().get(WorkerLeaseService.class).runAsWorkerThread(build);
            return null;
          });
    }
  }

  private void runTree(ServiceRegistry session) {
    BuildTreeModelControllerServices.Supplier services =
        session
            .get(BuildTreeModelControllerServices.class)
            .servicesForBuildTree(new RunTasksRequirements(start));
    try (BuildTreeState tree = new BuildTreeState(session, services)) {
      tree.run(context -> runRoot(tree.getServices()));
    }
  }

  private Void runRoot(ServiceRegistry tree) {
    tree.get(BuildOperationRunner.class).run(new WholeBuild(tree, start));
    return null;
  }

  private record WholeBuild(ServiceRegistry tree, StartParameterInternal start)
      implements RunnableBuildOperation {

    @Override
    public void run(BuildOperationContext context) {
      BuildTreeLifecycleListener listeners =
          tree.get(ListenerManager.class).getBroadcaster(BuildTreeLifecycleListener.class);
      listeners.afterStart();
      try {
        RootBuildState root =
            tree.get(BuildStateRegistry.class)
                .createRootBuild(BuildDefinition.fromStartParameter(start, null));
        root.run(
            build -> {
              build.scheduleAndRunTasks();
              return null;
            });
      } finally {
        listeners.beforeStop();
      }
    }

    @Override
    public BuildOperationDescriptor.Builder description() {
      return BuildOperationDescriptor.displayName("Run build");
    }
  }
}
