package io.spanloom.weaver;

/** The build tools that call the weaver, and how their users do what messages advise. */
public enum BuildTool {
  MAVEN(
      "mvn compile spanloom:model",
      "mvn verify -Dspanloom.update",
      "annotationProcessorPaths of maven-compiler-plugin",
      "-Dspanloom.outputDirectory=…"),
  GRADLE(
      "gradle spanloomModel",
      "gradle spanloomCheck --update",
      "dependencies { annotationProcessor(\"io.spanloom:spanloom-processor:…\") }, or kapt(…)",
      "spanloom { reports = … }");

  private final String model;
  private final String update;
  private final String processor;
  private final String reports;

  BuildTool(String model, String update, String processor, String reports) {
    this.model = model;
    this.update = update;
    this.processor = processor;
    this.reports = reports;
  }

  /** The command that compiles a module and prints its spans. */
  String model() {
    return model;
  }

  /** The command that writes the lock file anew. */
  String update() {
    return update;
  }

  /** The place where the annotation processor is named. */
  String processor() {
    return processor;
  }

  /** The setting of the directory for reports. */
  String reports() {
    return reports;
  }
}
