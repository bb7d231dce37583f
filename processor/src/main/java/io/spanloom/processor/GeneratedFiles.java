package io.spanloom.processor;

import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.write.AspectWriter;
import io.spanloom.processor.write.SpanModelWriter;
import io.spanloom.processor.write.WeavingFileWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The files of one compilation, each tied to the elements it comes from. */
final class GeneratedFiles {

  private static final String MODEL = "META-INF/spanloom/span-model.json";
  private static final String WEAVING = "META-INF/aop-ajc.xml";

  private final Filer filer;
  private final Failures failures;
  private final Map<String, Traced> classes = new TreeMap<>();

  GeneratedFiles(Filer filer, Failures failures) {
    this.filer = filer;
    this.failures = failures;
  }

  private record Traced(TracedClass model, TypeElement element) {}

  /** Writes a class's aspect, and remembers the class for the model. */
  void writeAspect(TracedClass model, TypeElement element) {
    String aspect = model.name().aspect().canonicalName();
    String source = AspectWriter.write(model);
    try {
      JavaFileObject file = filer.createSourceFile(aspect, element);
      try (Writer writer = file.openWriter()) {
        writer.write(source);
      }
      classes.put(model.name().binaryName(), new Traced(model, element));
    } catch (FilerException taken) {
      failures.nameTaken(element, aspect);
    } catch (IOException failure) {
      failures.report(element, failure);
    }
  }

  /** Writes what describes all classes together. */
  void writeModel() {
    if (classes.isEmpty()) {
      return;
    }
    var models = classes.values().stream().map(Traced::model).toList();
    Traced first = classes.values().iterator().next();
    failures.guard(
        first.element(),
        () -> {
          writeResource(MODEL, SpanModelWriter.write(models));
          writeResource(WEAVING, WeavingFileWriter.write(models));
        });
  }

  private void writeResource(String name, String text) {
    Element[] origins = classes.values().stream().map(Traced::element).toArray(TypeElement[]::new);
    try {
      FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, origins);
      try (var stream = file.openOutputStream()) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write " + name, failure);
    }
  }
}
