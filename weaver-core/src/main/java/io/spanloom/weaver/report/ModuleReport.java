package io.spanloom.weaver.report;

import static java.util.Objects.requireNonNull;

import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.model.SpanModel.Conventions;

/**
 * All that is known at build time of a module's spans.
 *
 * @param groupId the module's group
 * @param artifactId the module's name
 * @param version the module's version
 * @param conventions versions of the conventions that the attributes' keys are from
 * @param blueprint the spans, which can be below which, and what is doubtful about them
 */
public record ModuleReport(
    String groupId,
    String artifactId,
    String version,
    Conventions conventions,
    Blueprint blueprint) {

  public ModuleReport {
    requireNonNull(groupId, "groupId");
    requireNonNull(artifactId, "artifactId");
    requireNonNull(version, "version");
    requireNonNull(conventions, "conventions");
    requireNonNull(blueprint, "blueprint");
  }
}
