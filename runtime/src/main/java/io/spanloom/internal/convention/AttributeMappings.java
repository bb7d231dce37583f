package io.spanloom.internal.convention;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys one convention records facts under, by the span's role. */
public final class AttributeMappings {

  private static final AttributeMapping[] NONE = {};

  private final List<AttributeMapping> uses;
  private final Map<SpanRole, Map<SpanProperty, AttributeMapping[]>> byRoleAndFact;

  /** A table of keys, in the order in which those of one fact are written. */
  public AttributeMappings(List<AttributeMapping> uses) {
    this.uses = List.copyOf(uses);
    this.byRoleAndFact = new EnumMap<>(SpanRole.class);
    for (AttributeMapping use : uses) {
      AttributeMapping[] alone = {use};
      for (SpanRole role : use.roles()) {
        byRoleAndFact
            .computeIfAbsent(role, any -> new EnumMap<>(SpanProperty.class))
            .merge(use.fact(), alone, AttributeMappings::concat);
      }
    }
  }

  private static AttributeMapping[] concat(AttributeMapping[] some, AttributeMapping[] others) {
    AttributeMapping[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  /** All keys, in the order of the table. */
  public List<AttributeMapping> uses() {
    return uses;
  }

  /** Whether the convention has a key for the fact, or for all parameters, on spans of the role. */
  public boolean has(SpanRole role, SpanProperty fact) {
    return uses(role, fact).length != 0
        || (fact.isParameter() && uses(role, SpanProperty.PARAMETERS).length != 0);
  }

  /** Records a fact as far as the convention has keys for it; whether anything was recorded. */
  public boolean put(SpanRole role, SpanProperty fact, @Nullable Object value, AttributeSink out) {
    boolean recorded = false;
    for (AttributeMapping use : uses(role, fact)) {
      recorded |= use.put(value, out);
    }
    return recorded;
  }

  private AttributeMapping[] uses(SpanRole role, SpanProperty fact) {
    Map<SpanProperty, AttributeMapping[]> byFact = byRoleAndFact.get(role);
    AttributeMapping[] found = byFact == null ? null : byFact.get(fact);
    return found == null ? NONE : found;
  }
}
