package io.spanloom.internal.advice;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.internal.call.CallSpec;
import io.spanloom.internal.call.SpecCache;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.content.ObjectForms;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.role.CallRoles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The description of one woven method's span; made once, when its aspect is loaded. */
public final class SpanSpec extends CallSpec {

  private SpanSpec(Builder builder) {
    super(
        CallRoles.of(builder.role),
        builder.identity(),
        builder.place,
        builder.query,
        builder.autoSteps,
        builder.sensitiveInput,
        builder.sensitiveResult,
        builder.keepsAttributes,
        builder.objects,
        builder.kind);
  }

  /** A method annotated with {@code @Workflow}. */
  public static Builder workflow(String name) {
    return new Builder(SpanRole.WORKFLOW, name);
  }

  /** A method annotated with {@code @Agent}. */
  public static Builder agent(String name) {
    return new Builder(SpanRole.AGENT, name);
  }

  /** A method annotated with {@code @Task}. */
  public static Builder task(String name) {
    return new Builder(SpanRole.TASK, name);
  }

  /** A method annotated with {@code @Tool}. */
  public static Builder tool(String name) {
    return new Builder(SpanRole.TOOL, name).toolType("function");
  }

  /** A method annotated with {@code @LlmCall}. */
  public static Builder llmCall(String name) {
    return new Builder(SpanRole.LLM, name);
  }

  /** A method annotated with {@code @Retrieval}. */
  public static Builder retrieval(String name) {
    return new Builder(SpanRole.RETRIEVAL, name);
  }

  /** A method annotated with {@code @Embedding}. */
  public static Builder embedding(String name) {
    return new Builder(SpanRole.EMBEDDING, name);
  }

  /** A method annotated with {@code @Rerank}. */
  public static Builder rerank(String name) {
    return new Builder(SpanRole.RERANK, name);
  }

  /** A method annotated with {@code @Guardrail}. */
  public static Builder guardrail(String name) {
    return new Builder(SpanRole.GUARDRAIL, name);
  }

  /** A method annotated with {@code @Evaluation}. */
  public static Builder evaluation(String name) {
    return new Builder(SpanRole.EVALUATION, name);
  }

  /** Describes a method; unset means absent. */
  public static final class Builder {

    private final SpanRole role;
    private final String name;
    private @Nullable String operation;
    private @Nullable String id;
    private @Nullable String version;
    private @Nullable String description;
    private @Nullable String toolType;
    private @Nullable String toolSchema;
    private @Nullable String provider;
    private @Nullable String model;
    private @Nullable String dataSource;
    private String place;
    private boolean autoSteps;
    private @Nullable String query;
    private boolean sensitiveInput;
    private boolean sensitiveResult;
    private boolean keepsAttributes;
    private ObjectForms objects = ObjectForms.NONE;
    private SpanKind kind;

    private Builder(SpanRole role, String name) {
      this.role = role;
      this.name = Objects.requireNonNull(name, "name");
      this.operation = role.operation();
      this.kind = role.otelKind();
      this.place = name;
    }

    /** The woven method, by its class's binary name and its own. */
    public Builder method(String declaringClass, String methodName) {
      this.place = declaringClass + "." + methodName;
      return this;
    }

    /** An agent's identifier. */
    public Builder id(String agentId) {
      this.id = agentId;
      return this;
    }

    /** An agent's or workflow's version. */
    public Builder version(String agentVersion) {
      this.version = agentVersion;
      return this;
    }

    /** What an agent or tool is for. */
    public Builder description(String text) {
      this.description = text;
      return this;
    }

    /** Model calls directly below open their own reasoning spans. */
    public Builder autoSteps() {
      this.autoSteps = true;
      return this;
    }

    /** The task makes a plan. */
    public Builder plan() {
      this.operation = "plan";
      return this;
    }

    /** The task is a step that is neither reasoning nor a plan. */
    public Builder step() {
      return this;
    }

    /** The sort of tool: function, extension or datastore. */
    public Builder toolType(String type) {
      this.toolType = type;
      return this;
    }

    /** The arguments a model chooses when it asks for the tool, as JSON Schema 2020-12. */
    public Builder schema(String jsonSchema) {
      this.toolSchema = jsonSchema;
      return this;
    }

    /** The provider in the words of the GenAI conventions. */
    public Builder provider(String providerName) {
      this.provider = providerName;
      return this;
    }

    /** The requested model. */
    public Builder model(String requestModel) {
      this.model = requestModel;
      return this;
    }

    /** The operation, {@code gen_ai.operation.name}. */
    public Builder operation(String operationName) {
      this.operation = operationName;
      return this;
    }

    /** A retrieval's data source. */
    public Builder dataSource(String dataSourceId) {
      this.dataSource = dataSourceId;
      return this;
    }

    /** The part of the input that documents are searched or ranked by. */
    public Builder query(String input) {
      this.query = input;
      return this;
    }

    /** An argument never leaves the process; the messages of exceptions might quote it. */
    public Builder sensitiveInput() {
      this.sensitiveInput = true;
      return this;
    }

    /** The result never leaves the process. */
    public Builder sensitiveResult() {
      this.sensitiveResult = true;
      return this;
    }

    /** Keeps attributes until the span starts: one may name it, or a second delivery need them. */
    public Builder keepsAttributes() {
      this.keepsAttributes = true;
      return this;
    }

    /** What JSON says of objects of the program's own that the method takes or returns. */
    public Builder objects(ObjectForms forms) {
      this.objects = forms;
      return this;
    }

    /** The span's kind, if it is not the usual one of its role. */
    public Builder kind(SpanKind spanKind) {
      this.kind = spanKind;
      return this;
    }

    private Identity identity() {
      return new Identity(
          role,
          name,
          operation,
          id,
          version,
          description,
          toolType,
          toolSchema,
          provider,
          model,
          dataSource,
          null);
    }

    /** The description. */
    public SpanSpec build() {
      return new SpanSpec(this);
    }

    /**
     * The description of a span from code, which has neither a method nor anything sensitive: the
     * same object as for an equal one before, if that is still remembered.
     */
    public SpanSpec shared() {
      Tracing tracing = Tracing.currentOrNull();
      return tracing == null ? build() : tracing.specs().get(new Lookup(this));
    }
  }

  /** Compares with the builder itself: an identity would be made in each call. */
  private record Lookup(Builder wanted) implements SpecCache.Lookup<SpanSpec> {

    @Override
    public int hash() {
      int hash = 31 * wanted.name.hashCode() + wanted.role.hashCode();
      hash = 31 * hash + Objects.hashCode(wanted.model);
      return 31 * hash + Objects.hashCode(wanted.dataSource);
    }

    @Override
    public boolean isFor(SpanSpec spec) {
      Identity identity = spec.identity();
      return wanted.role == identity.role()
          && wanted.name.equals(identity.name())
          && wanted.autoSteps == spec.autoSteps()
          && wanted.keepsAttributes == spec.keepsAttributes()
          && wanted.kind == spec.kind()
          && Objects.equals(wanted.description, identity.description())
          && Objects.equals(wanted.toolSchema, identity.toolSchema())
          && Objects.equals(wanted.provider, identity.provider())
          && Objects.equals(wanted.model, identity.model())
          && Objects.equals(wanted.dataSource, identity.dataSource())
          && saysWhatFewSay(identity);
    }

    private boolean saysWhatFewSay(Identity identity) {
      return Objects.equals(wanted.operation, identity.operation())
          && Objects.equals(wanted.id, identity.id())
          && Objects.equals(wanted.version, identity.version())
          && Objects.equals(wanted.toolType, identity.toolType());
    }

    @Override
    public int characters() {
      return wanted.identity().length();
    }

    @Override
    public SpanSpec makeSpec() {
      return wanted.build();
    }
  }
}
