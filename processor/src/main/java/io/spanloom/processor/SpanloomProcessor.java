package io.spanloom.processor;

import com.google.auto.service.AutoService;
import io.spanloom.processor.model.CompilerOptions;
import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.read.AnnotatedClasses;
import io.spanloom.processor.read.ClassReader;
import io.spanloom.processor.read.SourcePlaces;
import io.spanloom.processor.report.Diagnostics;
import io.spanloom.processor.report.Finding;
import io.spanloom.processor.validate.OptionsRule;
import io.spanloom.processor.validate.Validator;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks the annotations of {@code io.spanloom.annotations} and generates, for each class that uses
 * them, the aspect that traces it, and for all of them the span model and the load-time weaving
 * file.
 */
@AutoService(Processor.class)
public final class SpanloomProcessor extends AbstractProcessor {

  private @Nullable Work work;

  /** All: the model must forget a class that has just lost its last annotation. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.copyOf(CompilerOptions.NAMES);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    work = new Work(environment);
    work.checkOptions();
  }

  /**
   * Claims nothing: once all annotations are claimed, javac leaves out further processors, and who
   * asks for all annotations, as this one must, can only claim all of them.
   */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (work != null) {
      work.run(annotations, round);
    }
    return false;
  }

  /** Read, validate, write. */
  private static final class Work {
    private final Map<String, String> options;
    private final SourcePlaces places;
    private final AnnotatedClasses classes;
    private final ClassReader reader;
    private final Failures failures;
    private final Diagnostics diagnostics;
    private final PreviousModel previous;
    private final GeneratedFiles files;

    Work(ProcessingEnvironment environment) {
      options = environment.getOptions();
      CompilerOptions compilerOptions = CompilerOptions.of(options);
      places = new SourcePlaces(environment);
      classes = new AnnotatedClasses(environment.getElementUtils(), compilerOptions);
      reader = new ClassReader(environment, places, compilerOptions);
      diagnostics = new Diagnostics(places, compilerOptions.warnings());
      failures = new Failures(places, diagnostics);
      previous = new PreviousModel(environment.getFiler(), environment.getElementUtils());
      files = new GeneratedFiles(environment.getFiler(), failures, previous, compilerOptions);
    }

    void checkOptions() {
      diagnostics.report(OptionsRule.check(options, places.none()));
    }

    void run(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (round.processingOver() && round.errorRaised()) {
        return;
      }
      previous.compiled(round);
      for (TypeElement type : classes.of(annotations, round)) {
        failures.guard(type, () -> trace(type));
      }
      if (round.processingOver()) {
        files.writeModel();
      }
    }

    private void trace(TypeElement type) {
      TracedClass traced = reader.read(type);
      if (traced == null) {
        classes.defer(type);
        return;
      }
      var findings = Validator.check(traced);
      diagnostics.report(findings);
      if (findings.stream().noneMatch(Finding::isError) && !traced.spans().isEmpty()) {
        files.writeSources(traced, type);
      }
    }
  }
}
