package io.spanloom.langchain4j;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailException;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guardrails of AI services, over HTTP. */
@ExtendWith(SpanloomExtension.class)
class GuardrailSpansTest {

  /** Lets pass what is short. */
  static final class Short implements InputGuardrail {

    @Override
    public InputGuardrailResult validate(UserMessage message) {
      return message.singleText().length() < 30 ? success() : fatal("Too long");
    }
  }

  /** Wants another answer, once. */
  static final class Twice implements OutputGuardrail {

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public OutputGuardrailResult validate(AiMessage message) {
      return calls.incrementAndGet() == 1 ? reprompt("Unsure", "Say it again") : success();
    }
  }

  @AutoClose private final ReplayServer server = new ReplayServer();

  @Test
  void guardrailsAreSpansAndSoIsTheQuestionThatIsAskedAgain(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TEXT), Reply.json(OpenAiResponses.TEXT));

    TracedServices.build("clerk", service()).answer("What is a duty?");

    assertThat(recorded.trace())
        .hasNoContent()
        .hasTree(
            """
            invoke_agent clerk
              guardrail Short
              chat gpt-4.1-mini
              guardrail Twice
              chat gpt-4.1-mini
              guardrail Twice
            """);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent clerk")
        .child("guardrail Twice", 0)
        .hasAttribute("spanloom.guardrail.passed", false)
        .hasAttribute("spanloom.guardrail.outcome", "reprompt");
  }

  @Test
  void aGuardrailStopsAQuestion(RecordedSpans recorded) {
    Assistant assistant = TracedServices.build("clerk", service());

    assertThatThrownBy(() -> assistant.answer("What is a duty of care, and what is not one?"))
        .isInstanceOf(InputGuardrailException.class);

    assertThat(recorded.trace())
        .hasNoContent()
        .hasTree(
            """
            invoke_agent clerk ERROR
              guardrail Short
            """);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent clerk")
        .child("guardrail Short")
        .hasAttribute("spanloom.guardrail.outcome", "fatal");
  }

  private AiServices<Assistant> service() {
    return AiServices.builder(Assistant.class)
        .chatModel(
            OpenAiChatModel.builder()
                .baseUrl(server.url() + "/v1")
                .apiKey("test")
                .modelName("gpt-4.1-mini")
                .maxRetries(0)
                .build())
        .inputGuardrails(new Short())
        .outputGuardrails(new Twice());
  }
}
