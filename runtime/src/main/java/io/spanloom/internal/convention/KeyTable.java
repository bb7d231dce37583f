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
public final class KeyTable {

  private static final KeyUse[] NONE = {};

  private final List<KeyUse> uses;
  private final Map<SpanRole, Map<Fact, KeyUse[]>> byRoleAndFact;

  private KeyTable(List<KeyUse> uses) {
    this.uses = List.copyOf(uses);
    this.byRoleAndFact = new EnumMap<>(SpanRole.class);
    for (SpanRole role : SpanRole.values()) {
      Map<Fact, KeyUse[]> byFact = new EnumMap<>(Fact.class);
      byRoleAndFact.put(role, byFact);
      for (Fact fact : Fact.values()) {
        byFact.put(fact, uses(role, fact, uses));
      }
    }
  }

  private static KeyUse[] uses(SpanRole role, Fact fact, List<KeyUse> uses) {
    return uses.stream()
        .filter(use -> use.fact() == fact && use.roles().contains(role))
        .toArray(KeyUse[]::new);
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
  public List<KeyUse> uses() {
    return uses;
  }

  /** Whether the convention has a key for the fact, or for all parameters, on spans of the role. */
  public boolean has(SpanRole role, Fact fact) {
    return uses(role, fact).length != 0
        || (fact.isParameter() && uses(role, Fact.PARAMETERS).length != 0);
  }

  /** Records a fact as far as the convention has keys for it; whether anything was recorded. */
  public boolean put(SpanRole role, Fact fact, @Nullable Object value, AttributeSink out) {
    boolean recorded = false;
    for (KeyUse use : uses(role, fact)) {
      recorded |= use.put(value, out);
    }
    return recorded;
  }

  private KeyUse[] uses(SpanRole role, Fact fact) {
    Map<Fact, KeyUse[]> byFact = byRoleAndFact.get(role);
    KeyUse[] found = byFact == null ? null : byFact.get(fact);
    return found == null ? NONE : found;
  }

  /** Collects keys; those of one {@link #on} stand on the same spans. */
  public static final class Builder {

    private final List<KeyUse> uses;
    private Set<SpanRole> roles = EnumSet.allOf(SpanRole.class);

    private Builder(List<KeyUse> uses) {
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

    Builder key(Fact fact, AttributeKey<?> key) {
      return key(fact, key, KeyUse.AS_IT_IS);
    }

    /** A key whose values are in the convention's own words. */
    Builder key(Fact fact, AttributeKey<?> key, Function<Object, @Nullable Object> translation) {
      uses.add(new KeyUse(fact, key, roles, translation, null));
      return this;
    }

    /** A key that must be there: it has a value for what is not known. */
    Builder required(
        Fact fact,
        AttributeKey<?> key,
        Function<Object, @Nullable Object> translation,
        Object otherwise) {
      uses.add(new KeyUse(fact, key, roles, translation, otherwise));
      return this;
    }

    /** The convention no longer has these facts' keys. */
    Builder without(Fact first, Fact... others) {
      Set<Fact> gone = EnumSet.of(first, others);
      uses.removeIf(use -> gone.contains(use.fact()));
      return this;
    }

    KeyTable build() {
      return new KeyTable(uses);
    }
  }
}
