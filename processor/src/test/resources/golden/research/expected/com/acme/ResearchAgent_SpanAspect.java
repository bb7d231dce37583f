package com.acme;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.capture.AttributeSlot;
import io.spanloom.internal.content.ObjectForms;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code ResearchAgent}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.ResearchAgent in ResearchAgent.java")
final class ResearchAgent_SpanAspect {
  /** What JSON says of the objects that the methods take and return. */
  private static final ObjectForms OBJECTS =
      ObjectForms.builder()
          .object(ResearchAgent.Answer.class, ResearchAgent_SpanAspect::readAnswer, "text",
              "citations", "confidence")
          .object(ResearchAgent.ChatResponse.class, ResearchAgent_SpanAspect::readChatResponse,
              "choices", "usage")
          .object(ResearchAgent.Choice.class, ResearchAgent_SpanAspect::readChoice, "message",
              "finishReason")
          .object(ResearchAgent.Message.class, ResearchAgent_SpanAspect::readMessage, "content")
          .object(ResearchAgent.Usage.class, ResearchAgent_SpanAspect::readUsage, "promptTokens",
              "completionTokens")
          .build();

  /** {@code ResearchAgent.chat(ChatRequest)} */
  private static final SpanSpec CHAT =
      SpanSpec.llmCall("chat")
          .method("com.acme.ResearchAgent", "chat")
          .provider("openai")
          .objects(OBJECTS)
          .build();

  private static final String CHAT_EXECUTION =
      "execution(com.acme.ResearchAgent.ChatResponse"
          + " com.acme.ResearchAgent.chat(com.acme.ResearchAgent.ChatRequest))"
          + " && within(com.acme.ResearchAgent)";

  private static final AttributeSlot<String> CHAT_GEN_AI_REQUEST_MODEL =
      AttributeSlot.of(AttributeKey.stringKey("gen_ai.request.model"));

  private static final AttributeSlot<Double> CHAT_GEN_AI_REQUEST_TEMPERATURE =
      AttributeSlot.of(AttributeKey.doubleKey("gen_ai.request.temperature"));

  private static final AttributeSlot<Long> CHAT_APP_MESSAGES =
      AttributeSlot.of(AttributeKey.longKey("app.messages"));

  private static final AttributeSlot<Long> CHAT_GEN_AI_USAGE_INPUT_TOKENS =
      AttributeSlot.of(AttributeKey.longKey("gen_ai.usage.input_tokens"));

  private static final AttributeSlot<Long> CHAT_GEN_AI_USAGE_OUTPUT_TOKENS =
      AttributeSlot.of(AttributeKey.longKey("gen_ai.usage.output_tokens"));

  private static final AttributeSlot<List<String>> CHAT_GEN_AI_RESPONSE_FINISH_REASONS =
      AttributeSlot.of(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"));

  /** {@code ResearchAgent.iterate(int)} */
  private static final SpanSpec ITERATE =
      SpanSpec.task("iterate")
          .method("com.acme.ResearchAgent", "iterate")
          .build();

  private static final String ITERATE_EXECUTION =
      "execution(void com.acme.ResearchAgent.iterate(int))"
          + " && within(com.acme.ResearchAgent)";

  /** {@code ResearchAgent.plan()} */
  private static final SpanSpec PLAN =
      SpanSpec.task("plan")
          .method("com.acme.ResearchAgent", "plan")
          .plan()
          .build();

  private static final String PLAN_EXECUTION =
      "execution(void com.acme.ResearchAgent.plan())"
          + " && within(com.acme.ResearchAgent)";

  /** {@code ResearchAgent.research(String, String)} */
  private static final SpanSpec RESEARCH =
      SpanSpec.agent("research")
          .method("com.acme.ResearchAgent", "research")
          .id("agent-7")
          .autoSteps()
          .sensitiveInput()
          .objects(OBJECTS)
          .build();

  private static final String RESEARCH_EXECUTION =
      "execution(java.util.concurrent.CompletableFuture"
          + " com.acme.ResearchAgent.research(java.lang.String, java.lang.String))"
          + " && within(com.acme.ResearchAgent)";

  private static final AttributeSlot<List<String>> RESEARCH_APP_CITATIONS =
      AttributeSlot.of(AttributeKey.stringArrayKey("app.citations"));

  private static final AttributeSlot<Double> RESEARCH_APP_CONFIDENCE =
      AttributeSlot.of(AttributeKey.doubleKey("app.confidence"));

  /** {@code ResearchAgent.run(String, Customer, String)} */
  private static final SpanSpec RUN =
      SpanSpec.workflow("legal-research")
          .method("com.acme.ResearchAgent", "run")
          .version("2")
          .build();

  private static final String RUN_EXECUTION =
      "execution(java.lang.String"
          + " com.acme.ResearchAgent.run(java.lang.String, com.acme.ResearchAgent.Customer, java.lang.String))"
          + " && within(com.acme.ResearchAgent)";

  /** {@code ResearchAgent.search(String, String, int)} */
  private static final SpanSpec CASE_SEARCH =
      SpanSpec.tool("case_search")
          .method("com.acme.ResearchAgent", "search")
          .description(ResearchAgent_Tools.CASE_SEARCH_DESCRIPTION)
          .schema(ResearchAgent_Tools.CASE_SEARCH_SCHEMA)
          .build();

  private static final String CASE_SEARCH_EXECUTION =
      "execution(java.util.List"
          + " com.acme.ResearchAgent.search(java.lang.String, java.lang.String, int))"
          + " && within(com.acme.ResearchAgent)";

  private static final AttributeSlot<Long> CASE_SEARCH_APP_TOP_K =
      AttributeSlot.of(AttributeKey.longKey("app.top_k"));

  @AfterThrowing(pointcut = CHAT_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void chatFailed(Throwable thrown) {
    Frame.failed(CHAT, thrown);
  }

  @AfterReturning(pointcut = CHAT_EXECUTION, returning = "result", argNames = "result")
  public void chatReturned(ResearchAgent.ChatResponse result) {
    Frame.returned(CHAT, result, ResearchAgent_SpanAspect::captureChatResult);
  }

  private static void captureChatResult(Frame frame, ResearchAgent.ChatResponse result) {
    ResearchAgent.Usage usage = result.usage();
    if (usage != null) {
      frame.set(CHAT_GEN_AI_USAGE_INPUT_TOKENS, usage.promptTokens());
      Integer completionTokens = usage.completionTokens();
      if (completionTokens != null) {
        frame.set(CHAT_GEN_AI_USAGE_OUTPUT_TOKENS, completionTokens.longValue());
      }
    }
    List<ResearchAgent.Choice> choices = result.choices();
    if (choices != null && choices.size() > 0) {
      ResearchAgent.Choice choice = choices.get(0);
      if (choice != null) {
        ResearchAgent.FinishReason finishReason = choice.finishReason();
        if (finishReason != null) {
          frame.set(CHAT_GEN_AI_RESPONSE_FINISH_REASONS, List.of(finishReason.name()));
        }
      }
    }
  }

  @Before(value = CHAT_EXECUTION + " && args(request)", argNames = "request")
  public void beforeChat(ResearchAgent.ChatRequest request) {
    Frame frame = Frame.enter(CHAT);
    if (frame == null) {
      return;
    }
    try {
      captureChatRequest(frame, request);
      frame.request(request);
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private static void captureChatRequest(Frame frame, ResearchAgent.ChatRequest request) {
    if (request != null) {
      frame.set(CHAT_GEN_AI_REQUEST_MODEL, request.model());
      frame.set(CHAT_GEN_AI_REQUEST_TEMPERATURE, request.temperature());
      List<ResearchAgent.Message> messages = request.messages();
      if (messages != null) {
        frame.set(CHAT_APP_MESSAGES, messages.size());
      }
    }
  }

  @AfterThrowing(pointcut = ITERATE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void iterateFailed(Throwable thrown) {
    Frame.failed(ITERATE, thrown);
  }

  @AfterReturning(pointcut = ITERATE_EXECUTION)
  public void iterateReturned() {
    Frame.returned(ITERATE);
  }

  @Before(value = ITERATE_EXECUTION + " && args(turn)", argNames = "turn")
  public void beforeIterate(int turn) {
    Frame frame = Frame.enter(ITERATE);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("turn", turn);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = PLAN_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void planFailed(Throwable thrown) {
    Frame.failed(PLAN, thrown);
  }

  @AfterReturning(pointcut = PLAN_EXECUTION)
  public void planReturned() {
    Frame.returned(PLAN);
  }

  @Before(PLAN_EXECUTION)
  public void beforePlan() {
    Frame frame = Frame.enter(PLAN);
    if (frame == null) {
      return;
    }
    frame.start();
  }

  @AfterThrowing(pointcut = RESEARCH_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void researchFailed(Throwable thrown) {
    Frame.failed(RESEARCH, thrown);
  }

  @AfterReturning(pointcut = RESEARCH_EXECUTION, returning = "result", argNames = "result")
  public void researchReturned(CompletableFuture<ResearchAgent.Answer> result) {
    Frame.returnedStage(RESEARCH, result, ResearchAgent_SpanAspect::captureResearchResult);
  }

  private static void captureResearchResult(Frame frame, ResearchAgent.Answer result) {
    List<String> citations = result.citations();
    if (citations != null) {
      frame.set(RESEARCH_APP_CITATIONS, citations.stream().filter(Objects::nonNull).toList());
    }
    frame.set(RESEARCH_APP_CONFIDENCE, result.confidence());
  }

  @Before(value = RESEARCH_EXECUTION + " && args(question, *)", argNames = "question")
  public void beforeResearch(String question) {
    Frame frame = Frame.enter(RESEARCH);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("question", question);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = RUN_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void runFailed(Throwable thrown) {
    Frame.failed(RUN, thrown);
  }

  @AfterReturning(pointcut = RUN_EXECUTION, returning = "result", argNames = "result")
  public void runReturned(String result) {
    Frame.returned(RUN, result);
  }

  @Before(
      value = RUN_EXECUTION + " && args(session, customer, question)",
      argNames = "session,customer,question")
  public void beforeRun(String session, ResearchAgent.Customer customer, String question) {
    Frame frame = Frame.enter(RUN);
    if (frame == null) {
      return;
    }
    try {
      frame.sessionId(session);
      captureRunCustomer(frame, customer);
      if (frame.wantsInput()) {
        frame.input("question", question);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private static void captureRunCustomer(Frame frame, ResearchAgent.Customer customer) {
    if (customer != null) {
      frame.userId(customer.id());
    }
  }

  @AfterThrowing(pointcut = CASE_SEARCH_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void searchFailed(Throwable thrown) {
    Frame.failed(CASE_SEARCH, thrown);
  }

  @AfterReturning(pointcut = CASE_SEARCH_EXECUTION, returning = "result", argNames = "result")
  public void searchReturned(List<String> result) {
    Frame.returned(CASE_SEARCH, result);
  }

  @Before(
      value = CASE_SEARCH_EXECUTION + " && args(callId, query, topK)",
      argNames = "callId,query,topK")
  public void beforeSearch(String callId, String query, int topK) {
    Frame frame = Frame.enter(CASE_SEARCH);
    if (frame == null) {
      return;
    }
    try {
      frame.toolCallId(callId);
      frame.set(CASE_SEARCH_APP_TOP_K, topK);
      if (frame.wantsInput()) {
        frame.input("query", query);
        frame.argument("query", query);
        frame.argument("topK", topK);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private static Object readAnswer(ResearchAgent.Answer value, int member) {
    return switch (member) {
      case 0 -> value.text();
      case 1 -> value.citations();
      default -> value.confidence();
    };
  }

  private static Object readChatResponse(ResearchAgent.ChatResponse value, int member) {
    return switch (member) {
      case 0 -> value.choices();
      default -> value.usage();
    };
  }

  private static Object readChoice(ResearchAgent.Choice value, int member) {
    return switch (member) {
      case 0 -> value.message();
      default -> value.finishReason();
    };
  }

  private static Object readMessage(ResearchAgent.Message value, int member) {
    return value.content();
  }

  private static Object readUsage(ResearchAgent.Usage value, int member) {
    return switch (member) {
      case 0 -> value.promptTokens();
      default -> value.completionTokens();
    };
  }
}
