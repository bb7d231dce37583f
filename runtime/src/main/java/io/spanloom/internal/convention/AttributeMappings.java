package io.spanloom.internal.convention;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys one convention records properties under, by the span's role. */
public final class AttributeMappings {

  private static final AttributeMapping[] NONE = {};

  private final List<AttributeMapping> mappings;
  private final Map<SpanRole, Map<SpanProperty, AttributeMapping[]>> byRoleAndProperty;

  /** A table of keys, in the order in which those of one property are written. */
  public AttributeMappings(List<AttributeMapping> mappings) {
    this.mappings = List.copyOf(mappings);
    this.byRoleAndProperty = new EnumMap<>(SpanRole.class);
    for (AttributeMapping mapping : mappings) {
      AttributeMapping[] alone = {mapping};
      for (SpanRole role : mapping.roles()) {
        byRoleAndProperty
            .computeIfAbsent(role, any -> new EnumMap<>(SpanProperty.class))
            .merge(mapping.property(), alone, AttributeMappings::concat);
      }
    }
  }

  private static AttributeMapping[] concat(AttributeMapping[] some, AttributeMapping[] others) {
    AttributeMapping[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  /** All keys, in the order of the table. */
  public List<AttributeMapping> mappings() {
    return mappings;
  }

  /**
   * Whether the convention has a key for the property, or for all parameters, on spans of the role.
   */
  public boolean has(SpanRole role, SpanProperty property) {
    return mappings(role, property).length != 0
        || (property.isParameter() && mappings(role, SpanProperty.PARAMETERS).length != 0);
  }

  /** Records a property as far as the convention has keys for it; whether anything was recorded. */
  public boolean put(
      SpanRole role, SpanProperty property, @Nullable Object value, AttributeSink out) {
    boolean recorded = false;
    for (AttributeMapping mapping : mappings(role, property)) {
      recorded |= mapping.put(value, out);
    }
    return recorded;
  }

  private AttributeMapping[] mappings(SpanRole role, SpanProperty property) {
    Map<SpanProperty, AttributeMapping[]> byProperty = byRoleAndProperty.get(role);
    AttributeMapping[] found = byProperty == null ? null : byProperty.get(property);
    return found == null ? NONE : found;
  }
}
