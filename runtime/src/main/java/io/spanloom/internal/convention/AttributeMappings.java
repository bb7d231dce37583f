package io.spanloom.internal.convention;

import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys one convention records facts under, by the span's role. */
public final class AttributeMappings {

  private static final AttributeMapping[] NONE = {};

  private final List<AttributeMapping> uses;
  private final Map<SpanRole, Map<SpanProperty, AttributeMapping[]>> byRoleAndFact;

  private AttributeMappings(List<AttributeMapping> uses) {
    this.uses = List.copyOf(uses);
    this.byRoleAndFact = new EnumMap<>(SpanRole.class);
    for (SpanRole role : SpanRole.values()) {
      Map<SpanProperty, AttributeMapping[]> byFact = new EnumMap<>(SpanProperty.class);
      byRoleAndFact.put(role, byFact);
      for (SpanProperty fact : SpanProperty.values()) {
        byFact.put(fact, uses(role, fact, uses));
      }
    }
  }

  private static AttributeMapping[] uses(
      SpanRole role, SpanProperty fact, List<AttributeMapping> uses) {
    return uses.stream()
        .filter(use -> use.fact() == fact && use.roles().contains(role))
        .toArray(AttributeMapping[]::new);
  }

  /** A table of no keys yet. */
  public static Builder builder() {
    return new Builder(List.of());
  }

  /** This table, to be changed into the next version's. */
  public Builder next() {
    return new Builder(uses);
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

  /** Collects keys; those of one {@link #on} stand on the same spans. */
  public static final class Builder {

    private final List<AttributeMapping> uses;
    private Set<SpanRole> roles = EnumSet.allOf(SpanRole.class);

    private Builder(List<AttributeMapping> uses) {
      this.uses = new ArrayList<>(uses);
    }

    /** The keys that follow stand on spans of these roles. */
    Builder on(SpanRole first, SpanRole... others) {
      this.roles = EnumSet.of(first, others);
      return this;
    }

    /** The keys that follow stand on spans of every role. */
    Builder onAll() {
      this.roles = EnumSet.allOf(SpanRole.class);
      return this;
    }

    Builder key(SpanProperty fact, AttributeKey<?> key) {
      return key(fact, key, AttributeMapping.AS_IT_IS);
    }

    /** A key whose values are in the convention's own words. */
    Builder key(
        SpanProperty fact, AttributeKey<?> key, Function<Object, @Nullable Object> translation) {
      uses.add(new AttributeMapping(fact, key, roles, translation, null));
      return this;
    }

    /** A key that must be there: it has a value for what is not known. */
    Builder required(
        SpanProperty fact,
        AttributeKey<?> key,
        Function<Object, @Nullable Object> translation,
        Object otherwise) {
      uses.add(new AttributeMapping(fact, key, roles, translation, otherwise));
      return this;
    }

    /** The convention no longer has these facts' keys. */
    Builder without(SpanProperty first, SpanProperty... others) {
      Set<SpanProperty> gone = EnumSet.of(first, others);
      uses.removeIf(use -> gone.contains(use.fact()));
      return this;
    }

    AttributeMappings build() {
      return new AttributeMappings(uses);
    }
  }
}
