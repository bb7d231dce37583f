package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailExecutor;
import dev.langchain4j.guardrail.InputGuardrailExecutor.InputGuardrailExecutorBuilder;
import dev.langchain4j.guardrail.InputGuardrailRequest;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.config.InputGuardrailsConfig;
import dev.langchain4j.spi.guardrail.InputGuardrailExecutorBuilderFactory;
import java.util.List;

/** Makes LangChain4j execute input guardrails in spans. */
@AutoService(InputGuardrailExecutorBuilderFactory.class)
public final class TracedInputGuardrails implements InputGuardrailExecutorBuilderFactory {

  /** A framework's own executors, if there are any, stay in force. */
  @Override
  public InputGuardrailExecutorBuilder getBuilder() {
    InputGuardrailExecutorBuilderFactory other =
        GuardrailSpans.otherThan(this, InputGuardrailExecutorBuilderFactory.class);
    return other == null ? new Builder() : other.getBuilder();
  }

  private static final class Builder extends InputGuardrailExecutorBuilder {

    @Override
    public InputGuardrailExecutor build() {
      return new Executor(config(), guardrails());
    }
  }

  private static final class Executor extends InputGuardrailExecutor {

    Executor(InputGuardrailsConfig config, List<InputGuardrail> guardrails) {
      super(config, guardrails);
    }

    @Override
    protected InputGuardrailResult validate(
        InputGuardrailRequest request, InputGuardrail guardrail) {
      return GuardrailSpans.trace(guardrail, () -> super.validate(request, guardrail));
    }
  }
}
