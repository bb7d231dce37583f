package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailExecutor;
import dev.langchain4j.guardrail.OutputGuardrailExecutor.OutputGuardrailExecutorBuilder;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.guardrail.config.OutputGuardrailsConfig;
import dev.langchain4j.spi.guardrail.OutputGuardrailExecutorBuilderFactory;
import java.util.List;

/** Makes LangChain4j execute output guardrails in spans. */
@AutoService(OutputGuardrailExecutorBuilderFactory.class)
public final class TracedOutputGuardrails implements OutputGuardrailExecutorBuilderFactory {

  /** A framework's own executors, if there are any, stay in force. */
  @Override
  public OutputGuardrailExecutorBuilder getBuilder() {
    OutputGuardrailExecutorBuilderFactory other =
        GuardrailSpans.otherThan(this, OutputGuardrailExecutorBuilderFactory.class);
    return other == null ? new Builder() : other.getBuilder();
  }

  private static final class Builder extends OutputGuardrailExecutorBuilder {

    @Override
    public OutputGuardrailExecutor build() {
      return new Executor(config(), guardrails());
    }
  }

  private static final class Executor extends OutputGuardrailExecutor {

    Executor(OutputGuardrailsConfig config, List<OutputGuardrail> guardrails) {
      super(config, guardrails);
    }

    @Override
    protected OutputGuardrailResult validate(
        OutputGuardrailRequest request, OutputGuardrail guardrail) {
      return GuardrailSpans.trace(guardrail, () -> super.validate(request, guardrail));
    }
  }
}
