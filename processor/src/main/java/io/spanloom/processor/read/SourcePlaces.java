package io.spanloom.processor.read;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.spanloom.processor.model.Origin;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Numbers places in the source, and prints messages at them. */
public final class SourcePlaces implements Diagnostics.Places {

  private final Messager messager;
  private final @Nullable Trees trees;
  private final List<Place> places = new ArrayList<>();

  public SourcePlaces(ProcessingEnvironment environment) {
    this.messager = environment.getMessager();
    this.trees = Compiler.of(environment).trees();
  }

  @Override
  public void print(DiagnosticCode code, String message, Origin origin) {
    Place place = places.get(origin.number());
    if (code.severity() == DiagnosticCode.Severity.ERROR) {
      print(Diagnostic.Kind.ERROR, message, place);
    } else if (!Suppressions.cover(place.element, code.text())) {
      print(Diagnostic.Kind.WARNING, message, place);
    }
  }

  /** The place of what concerns the whole compilation. */
  public Origin none() {
    return add(new Place(null, null, ""));
  }

  /** The place of a declaration. */
  public Origin of(Element element) {
    return add(new Place(element, null, ""));
  }

  Origin of(Element element, AnnotationMirror annotation) {
    return add(new Place(element, annotation, ""));
  }

  /** The place of an annotation's member, or of the annotation where the member is not written. */
  Origin of(Element element, AnnotationMirror annotation, String member) {
    return add(new Place(element, annotation, member));
  }

  private void print(Diagnostic.Kind kind, String message, Place place) {
    if (place.element == null) {
      messager.printMessage(kind, message);
    } else if (place.annotation == null) {
      messager.printMessage(kind, message, place.element);
    } else if (!printAtTree(kind, message, place.element, place.annotation, place.member)) {
      messager.printMessage(
          kind,
          message,
          place.element,
          place.annotation,
          Annotations.written(place.annotation, place.member));
    }
  }

  private boolean printAtTree(
      Diagnostic.Kind kind,
      String message,
      Element element,
      AnnotationMirror annotation,
      String member) {
    TreePath path = trees == null ? null : trees.getPath(element);
    if (trees == null || path == null) {
      return false;
    }
    Tree tree = AnnotationTrees.find(path, element, annotation, member);
    if (tree == null) {
      return false;
    }
    trees.printMessage(kind, message, tree, path.getCompilationUnit());
    return true;
  }

  private Origin add(Place place) {
    places.add(place);
    return new Origin(places.size() - 1);
  }

  private record Place(
      @Nullable Element element, @Nullable AnnotationMirror annotation, String member) {}
}
