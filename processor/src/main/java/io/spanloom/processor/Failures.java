package io.spanloom.processor;

import io.spanloom.processor.model.Origin;
import io.spanloom.processor.read.SourcePlaces;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Diagnostics;
import io.spanloom.processor.report.Finding;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Turns what must not happen into an error message: an exception would take javac down with it. */
final class Failures {

  private final SourcePlaces places;
  private final Diagnostics diagnostics;

  Failures(SourcePlaces places, Diagnostics diagnostics) {
    this.places = places;
    this.diagnostics = diagnostics;
  }

  /** Does some work on a class, and reports what the work throws. */
  void guard(TypeElement type, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError failure) {
      report(places.of(type), type.getQualifiedName().toString(), failure);
    }
  }

  /** Reports that a class's aspect or tool constants cannot be written, for its name is taken. */
  void nameTaken(TypeElement type, String generated) {
    diagnostics.report(
        List.of(
            new Finding(
                DiagnosticCode.GENERATED_NAME_TAKEN,
                places.of(type),
                "What is generated for a traced class is named after it.",
                "'%s', generated for '%s', exists already."
                    .formatted(generated, type.getQualifiedName()),
                "Rename one of the classes.")));
  }

  /** Does some work on all classes together, and reports what the work throws. */
  void guard(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError failure) {
      report(places.none(), "the span model", failure);
    }
  }

  void report(TypeElement type, Exception failure) {
    report(places.of(type), type.getQualifiedName().toString(), failure);
  }

  private void report(Origin origin, String name, Throwable failure) {
    String where =
        Stream.of(failure.getStackTrace()).findFirst().map(frame -> " at " + frame).orElse("");
    diagnostics.report(
        List.of(
            new Finding(
                DiagnosticCode.INTERNAL_ERROR,
                origin,
                "Spanloom's processor failed on '%s'; this is a defect of the processor."
                    .formatted(name),
                failure + where + ".",
                "Please report it with this message and the class that sets it off.")));
  }
}
