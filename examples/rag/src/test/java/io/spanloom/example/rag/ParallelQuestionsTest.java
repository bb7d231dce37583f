package io.spanloom.example.rag;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.rag.answer.Answer;
import io.spanloom.testing.SpanloomExtension;
import io.spanloom.testing.Trace;
import io.spanloom.testing.TracedSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions of several tenants at the same time. */
class ParallelQuestionsTest {

  private static final int TENANTS = 4;

  private static final List<String> QUESTIONS =
      List.of(
          "How do I use Spanloom without Maven?",
          "Which environment variable names my own price table?",
          "Why is advice woven at build time?",
          "Do spans stay connected across threads and executors?");

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  @Test
  void keepTheirTracesApart() throws Exception {
    Settings settings =
        Settings.from(Map.of("RAG_INDEX", System.getenv("RAG_INDEX"), "RAG_JUDGE_RATIO", "0"));
    ExecutorService threads = Executors.newFixedThreadPool(TENANTS);
    CyclicBarrier together = new CyclicBarrier(TENANTS);
    Map<String, Answer> answers = new HashMap<>();
    try (DocumentationHelp help = DocumentationHelp.start(settings, (done, all) -> {})) {
      List<Callable<Answer>> questions =
          IntStream.range(0, TENANTS)
              .mapToObj(
                  i ->
                      (Callable<Answer>)
                          () -> {
                            together.await();
                            return help.answer(
                                new UserQuestion(QUESTIONS.get(i), "tenant-" + i, "help_center"));
                          })
              .toList();
      List<Future<Answer>> running = threads.invokeAll(questions);
      for (int i = 0; i < TENANTS; i++) {
        answers.put("tenant-" + i, running.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }

    List<Trace> traces =
        spanloom.traces().stream()
            .filter(it -> it.roots().get(0).name().equals("invoke_workflow answer_question"))
            .toList();
    assertThat(traces).hasSize(TENANTS);
    for (Trace trace : traces) {
      String tenant = (String) trace.roots().get(0).attributes().get("app.tenant_id");
      Answer answer = answers.remove(tenant);
      assertThat(trace.roots().get(0).attributes())
          .containsEntry("app.answer.sources", (long) answer.cited().size());
      assertThat(trace.spans().map(TracedSpan::attributes))
          .allSatisfy(it -> assertThat(it).containsEntry("app.tenant_id", tenant));
      assertThat(trace)
          .hasRoot("invoke_workflow answer_question")
          .hasChildren(
              "embeddings all-MiniLM-L6-v2-q",
              "hybrid_search",
              "route",
              "rerank cosine+words+mmr",
              "generate",
              "guardrail citations");
      assertThat(trace).hasNoErrors().hasNoContent().conformsToBlueprint();
      assertThat(answer.cited()).isNotEmpty();
    }
    assertThat(answers).isEmpty();
  }
}
