package io.spanloom.processor.schema;

import io.spanloom.processor.model.JsonSchema;
import io.spanloom.processor.model.JsonSchema.Choice;
import io.spanloom.processor.model.JsonSchema.Property;
import io.spanloom.processor.model.JsonSchema.Reference;
import io.spanloom.processor.model.JsonSchema.Structure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether one value may fit two alternatives. {@code oneOf} would refuse such a value though
 * both accept it, so alternatives that overlap are written as {@code anyOf}.
 */
final class Overlap {

  private Overlap() {}

  static boolean among(List<JsonSchema> options, Map<String, JsonSchema> definitions) {
    for (int i = 0; i < options.size(); i++) {
      for (int j = i + 1; j < options.size(); j++) {
        if (overlap(resolved(options.get(i), definitions), resolved(options.get(j), definitions))) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable JsonSchema resolved(
      JsonSchema option, Map<String, JsonSchema> definitions) {
    return option instanceof Reference reference ? definitions.get(reference.definition()) : option;
  }

  private static boolean overlap(@Nullable JsonSchema one, @Nullable JsonSchema other) {
    if (one instanceof Structure first && other instanceof Structure second) {
      return fits(first, second) && fits(second, first) && !haveDisjointValues(first, second);
    }
    boolean kindsDiffer =
        (one instanceof Structure && other instanceof Choice)
            || (one instanceof Choice && other instanceof Structure);
    return !kindsDiffer;
  }

  /** Whether objects with all that the first demands can be of the second, by their names. */
  private static boolean fits(Structure first, Structure second) {
    return first.properties().stream()
        .filter(Property::required)
        .allMatch(property -> second.property(property.name()) != null);
  }

  /** Whether a property that both demand has no value in common, as a discriminator has none. */
  private static boolean haveDisjointValues(Structure first, Structure second) {
    return first.properties().stream()
        .filter(Property::required)
        .anyMatch(
            property -> {
              Property other = second.property(property.name());
              return other != null
                  && other.required()
                  && property.schema() instanceof Choice own
                  && other.schema() instanceof Choice others
                  && own.values().stream().noneMatch(others.values()::contains);
            });
  }
}
