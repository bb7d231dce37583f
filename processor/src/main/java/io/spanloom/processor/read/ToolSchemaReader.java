package io.spanloom.processor.read;

import io.spanloom.processor.model.JsonSchema.Property;
import io.spanloom.processor.model.JsonSchema.Structure;
import io.spanloom.processor.model.Origin;
import io.spanloom.processor.model.ToolSchema;
import io.spanloom.processor.model.ToolSchema.LeftOut;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a model chooses when it asks for a tool: every parameter but those that carry the
 * call's, session's or user's identifier, describe the tool, or are supplied by a framework.
 *
 * <p>A sensitive parameter is among them. It is kept from telemetry, and a schema holds no values;
 * without it a model could not ask for a tool that, say, looks up a patient.
 */
final class ToolSchemaReader {

  private final Compiler compiler;
  private final SourcePlaces places;
  private final Hierarchy hierarchy;

  ToolSchemaReader(Compiler compiler, SourcePlaces places, Hierarchy hierarchy) {
    this.compiler = compiler;
    this.places = places;
    this.hierarchy = hierarchy;
  }

  /** The schema of a tool's arguments; null if the method runs any tool by its name. */
  @Nullable ToolSchema read(ExecutableElement method) {
    if (Roles.isDispatcher(method)) {
      return null;
    }
    String comment = compiler.elements().getDocComment(method);
    List<LeftOut> leftOut = new ArrayList<>();
    List<Property> properties = new ArrayList<>();
    Reading reading = new Reading(leftOut);
    for (VariableElement parameter : method.getParameters()) {
      if (isChosen(parameter)) {
        reading.begin(parameter);
        Property property = reading.property(parameter, comment);
        if (property != null) {
          properties.add(property);
        }
      }
    }
    return new ToolSchema(
        new Structure(null, properties), reading.types.definitions(), List.copyOf(leftOut));
  }

  private static boolean isChosen(VariableElement parameter) {
    return !Roles.identifies(parameter)
        && !Roles.describesTool(parameter)
        && !ForeignAnnotations.isProvided(parameter);
  }

  /** One method's parameters, one after another. */
  private final class Reading {
    private final List<LeftOut> leftOut;
    private final SchemaTypes types;
    private @Nullable Origin origin;

    Reading(List<LeftOut> leftOut) {
      this.leftOut = leftOut;
      this.types = new SchemaTypes(compiler, hierarchy, this::leaveOut);
    }

    void begin(VariableElement parameter) {
      origin = places.of(parameter);
    }

    @Nullable Property property(VariableElement parameter, @Nullable String comment) {
      String name = parameter.getSimpleName().toString();
      String javadoc = JavadocTags.param(comment, name);
      JsonMember member = new JsonMember(name, parameter.asType(), List.of(parameter), javadoc);
      return types.property(member, name);
    }

    private void leaveOut(String path, String type) {
      if (origin != null) {
        leftOut.add(new LeftOut(path, type, origin));
      }
    }
  }
}
