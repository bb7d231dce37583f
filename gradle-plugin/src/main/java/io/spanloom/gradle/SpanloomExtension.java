package io.spanloom.gradle;

import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.file.RegularFileProperty;
import org.gradle.api.provider.ListProperty;
import org.gradle.api.provider.Property;

/** What {@code spanloom { … }} sets in a build script. */
public interface SpanloomExtension {

  /**
   * Lets tasks run in the context of the code that hands them to an executor, a thread, a timer, a
   * {@code CompletableFuture} or a parallel stream. True by default.
   */
  Property<Boolean> getPropagateContext();

  /**
   * Whether the plugin adds {@code spanloom-runtime} to {@code implementation} and {@code
   * spanloom-processor} to {@code annotationProcessor}, or to {@code kapt} where that exists, in
   * the plugin's version. True by default.
   */
  Property<Boolean> getAddDependencies();

  /**
   * The dependencies whose span models take part, by {@code group:name}, in which {@code *} stands
   * for any characters. All of the runtime class path by default.
   */
  ListProperty<String> getIncludes();

  /** The dependencies whose span models take no part; an exclude wins over an include. */
  ListProperty<String> getExcludes();

  /**
   * The file with the spans that the project promises, {@code spanloom.lock.json} by default. It
   * belongs under version control.
   */
  RegularFileProperty getLockFile();

  /** The directory for the reports, {@code build/reports/spanloom} by default. */
  DirectoryProperty getReports();

  /** Whether {@code spanloomModel} fails for a doubtful span. False by default. */
  Property<Boolean> getFailOnLint();
}
