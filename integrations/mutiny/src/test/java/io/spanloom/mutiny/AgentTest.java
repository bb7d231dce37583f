package io.spanloom.mutiny;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent calls, from whichever operator on whichever thread, is below it. */
@Timeout(30)
class AgentTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private static final String ONE_TOOL =
      """
      invoke_agent %s
        ask
        execute_tool look
      """;

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final Runner runner = new Runner();

  @Test
  void ofAUniOnAnotherThread() {
    assertThat(runner.uni("s-1", "q").await().atMost(LONG)).isEqualTo("q");

    assertBelow("uni");
  }

  @Test
  void ofAMultiOnOtherThreads() {
    assertThat(runner.multi("s-1", "q").collect().asList().await().atMost(LONG))
        .containsExactly("q");

    assertBelow("multi");
  }

  @Test
  void ofAUniThatIsSubscribedToOnAnotherThread() {
    assertThat(
            runner
                .uni("s-1", "q")
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .await()
                .atMost(LONG))
        .isEqualTo("q");

    assertBelow("uni");
  }

  @Test
  void ofParallelTools() {
    assertThat(runner.parallel("s-1", "q").await().atMost(LONG)).hasSize(4);

    assertThat(spanloom.trace())
        .hasTree(
            """
            invoke_agent parallel
              ask
              execute_tool look
              execute_tool look
              execute_tool look
              execute_tool look
            """);
  }

  @Test
  void ofToolsThatAreCombined() {
    assertThat(runner.combined("s-1").await().atMost(LONG)).isEqualTo("abcdefgh");

    assertThat(spanloom.trace())
        .hasRoot("invoke_agent combined")
        .hasChildren(
            IntStream.range(0, 8).mapToObj(n -> "execute_tool look").toArray(String[]::new));
  }

  @Test
  void andSoAreToolsThatReturnUnisThemselves() {
    assertThat(runner.nested("s-1").await().atMost(LONG)).containsExactly("page a", "page b");

    assertThat(spanloom.trace())
        .hasTree(
            """
            invoke_agent nested
              execute_tool fetch
                execute_tool look
              execute_tool fetch
                execute_tool look
            """);
  }

  @Test
  void inAPlainMethodThatBlocks() {
    assertThat(runner.blocking("s-1", "q")).isEqualTo("q");

    assertBelow("blocking");
  }

  @Test
  void manyAgentsAtOnceStayApart() {
    assertThat(
            Multi.createFrom()
                .range(0, 50)
                .onItem()
                .transformToUniAndMerge(n -> runner.uni("s-" + n, "q" + n))
                .collect()
                .asList()
                .await()
                .atMost(LONG))
        .hasSize(50);

    assertThat(spanloom.traces())
        .hasSize(50)
        .allSatisfy(trace -> assertThat(trace).hasTree(ONE_TOOL.formatted("uni")));
  }

  private static void assertBelow(String agent) {
    assertThat(spanloom.trace()).hasTree(ONE_TOOL.formatted(agent));
    assertThat(spanloom.trace()).hasSpan("execute_tool look").hasAttribute("session.id", "s-1");
  }

  static class Runner {

    @Agent("uni")
    Uni<String> uni(@SessionId String session, String question) {
      return Uni.createFrom()
          .item(() -> ask(question))
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
          .map(this::look);
    }

    @Agent("multi")
    Multi<String> multi(@SessionId String session, String question) {
      return Multi.createFrom()
          .item(() -> ask(question))
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
          .emitOn(Infrastructure.getDefaultExecutor())
          .map(this::look);
    }

    @Agent("parallel")
    Uni<List<String>> parallel(@SessionId String session, String question) {
      return Uni.createFrom()
          .item(() -> ask(question))
          .onItem()
          .transformToMulti(answer -> Multi.createFrom().items("a", "b", "c", "d"))
          .onItem()
          .transformToUniAndMerge(
              what ->
                  Uni.createFrom()
                      .item(() -> look(what))
                      .runSubscriptionOn(Infrastructure.getDefaultExecutor()))
          .collect()
          .asList();
    }

    @Agent("combined")
    Uni<String> combined(@SessionId String session) {
      Uni<String> both = Uni.combine().all().unis(later("a"), later("b")).with(String::concat);
      Uni<String> joined =
          Uni.join().all(later("c"), later("d")).andFailFast().map(all -> String.join("", all));
      Multi<String> zipped =
          Multi.createBy()
              .combining()
              .streams(later("e").toMulti(), later("f").toMulti())
              .using(String::concat);
      Uni<String> chained =
          later("g").onItem().delayIt().by(Duration.ofMillis(1)).chain(g -> later(g + "h", "h"));
      return both.chain(ab -> joined.map(ab::concat))
          .chain(abcd -> zipped.toUni().map(abcd::concat))
          .chain(sofar -> chained.map(sofar::concat));
    }

    private Uni<String> later(String what) {
      return later(what, what);
    }

    private Uni<String> later(String answer, String what) {
      return Uni.createFrom()
          .item(() -> look(what))
          .map(seen -> answer)
          .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    @Agent("nested")
    Uni<List<String>> nested(@SessionId String session) {
      return Multi.createFrom()
          .items("a", "b")
          .onItem()
          .transformToUniAndConcatenate(url -> fetch("call_" + url, url))
          .collect()
          .asList();
    }

    @Agent("blocking")
    String blocking(@SessionId String session, String question) {
      return Uni.createFrom()
          .item(() -> ask(question))
          .runSubscriptionOn(Infrastructure.getDefaultExecutor())
          .map(this::look)
          .await()
          .atMost(LONG);
    }

    @Task("ask")
    String ask(String question) {
      return question;
    }

    @Tool(value = "look", description = "Looks.")
    String look(String what) {
      return what;
    }

    @Tool(value = "fetch", description = "Fetches.")
    Uni<String> fetch(@ToolCallId String id, String url) {
      return Uni.createFrom()
          .item(url)
          .emitOn(Infrastructure.getDefaultExecutor())
          .onItem()
          .delayIt()
          .by(Duration.ofMillis(1))
          .map(page -> "page " + look(page));
    }
  }
}
