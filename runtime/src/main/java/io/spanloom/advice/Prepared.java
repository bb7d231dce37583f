package io.spanloom.advice;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.spanloom.convention.AttributeSink;
import io.spanloom.convention.Identity;
import io.spanloom.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/** What spans of one identity have in common, computed once. */
record Prepared(Tracing tracing, Identity identity, String spanName, Attributes attributes) {

  /** The conventions have no key for it. */
  private static final AttributeKey<String> WORKFLOW_VERSION =
      stringKey("spanloom.workflow.version");

  static Prepared of(Tracing tracing, Identity identity) {
    AttributesBuilder attributes = Attributes.builder();
    tracing.conventions().identity(identity, sink(attributes));
    if (identity.role() == SpanRole.WORKFLOW && identity.version() != null) {
      attributes.put(WORKFLOW_VERSION, identity.version());
    }
    return new Prepared(tracing, identity, identity.spanName(), attributes.build());
  }

  static AttributeSink sink(AttributesBuilder attributes) {
    return new AttributeSink() {
      @Override
      public <T> void put(AttributeKey<T> key, @Nullable T value) {
        if (value != null) {
          attributes.put(key, value);
        }
      }
    };
  }

  static AttributeSink sink(Span span) {
    return new AttributeSink() {
      @Override
      public <T> void put(AttributeKey<T> key, @Nullable T value) {
        if (value != null) {
          span.setAttribute(key, value);
        }
      }
    };
  }

  @SuppressWarnings("ReferenceEquality") // a new installation has its own tracing, whatever it says
  boolean fits(Tracing wanted, Identity actual) {
    return tracing == wanted && (identity == actual || identity.equals(actual));
  }
}
