package io.spanloom.advice;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.spanloom.convention.AttributeSink;
import io.spanloom.convention.Conventions;
import io.spanloom.convention.Identity;
import io.spanloom.convention.SpanRole;

/** What spans of one identity have in common, computed once. */
record SpanTemplate(Identity identity, String spanName, Attributes attributes) {

  /** The conventions have no key for it. */
  private static final AttributeKey<String> WORKFLOW_VERSION =
      stringKey("spanloom.workflow.version");

  static SpanTemplate of(Conventions conventions, Identity identity) {
    AttributesBuilder attributes = Attributes.builder();
    conventions.identity(identity, AttributeSink.into(attributes));
    if (identity.role() == SpanRole.WORKFLOW && identity.version() != null) {
      attributes.put(WORKFLOW_VERSION, identity.version());
    }
    return new SpanTemplate(identity, identity.spanName(), attributes.build());
  }

  @SuppressWarnings("ReferenceEquality") // most often it is the very identity of the method
  boolean isOf(Identity actual) {
    return identity == actual || identity.equals(actual);
  }
}
