package org.gradle.internal.compiler.java;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.File;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Processor;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler.CompilationTask;

/**
 * The one class of Gradle that its published API lacks and that compiling needs: it tells which
 * classes come of which source. Gradle makes it by name, with these parameters.
 */
public final class IncrementalCompileTask implements CompilationTask {

  private final CompilationTask delegate;
  private final Function<File, Optional<String>> relativize;
  private final Consumer<String> backup;
  private final Consumer<Map<String, Set<String>>> classNames;

  public IncrementalCompileTask(
      CompilationTask delegate,
      Function<File, Optional<String>> relativize,
      Consumer<String> backup,
      Consumer<Map<String, Set<String>>> classNames,
      BiConsumer<String, String> publicConstants,
      BiConsumer<String, String> privateConstants) {
    this.delegate = delegate;
    this.relativize = relativize;
    this.backup = backup;
    this.classNames = classNames;
  }

  @Override
  public Boolean call() {
    Map<String, Set<String>> bySource = new TreeMap<>();
    if (delegate instanceof JavacTask javac) {
      javac.addTaskListener(
          new TaskListener() {
            @Override
            public void started(TaskEvent event) {
              if (event.getKind() == TaskEvent.Kind.GENERATE) {
                note(javac, event, bySource);
              }
            }
          });
    }
    boolean done = delegate.call();
    classNames.accept(bySource);
    return done;
  }

  private void note(JavacTask javac, TaskEvent event, Map<String, Set<String>> bySource) {
    TypeElement type = event.getTypeElement();
    String name = javac.getElements().getBinaryName(type).toString();
    backup.accept(name);
    relativize
        .apply(new File(event.getSourceFile().getName()))
        .ifPresent(source -> bySource.computeIfAbsent(source, first -> new TreeSet<>()).add(name));
  }

  @Override
  public void addModules(Iterable<String> moduleNames) {
    delegate.addModules(moduleNames);
  }

  @Override
  public void setProcessors(Iterable<? extends Processor> processors) {
    delegate.setProcessors(processors);
  }

  @Override
  public void setLocale(Locale locale) {
    delegate.setLocale(locale);
  }
}
