package io.spanloom.rxjava;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent calls, from whichever operator on whichever thread, is below it. */
@Timeout(30)
class AgentTest {

  private static final String ONE_TOOL =
      """
      invoke_agent %s
        ask
        execute_tool look
      """;

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final Runner runner = new Runner();

  @Test
  void ofAFlowableOnOtherSchedulers() {
    runner.flowable("s-1", "q").test().awaitDone(20, SECONDS).assertResult("q");

    assertBelow("flowable");
  }

  @Test
  void ofASingleOnAnotherScheduler() {
    runner.single("s-1", "q").test().awaitDone(20, SECONDS).assertResult("q");

    assertBelow("single");
  }

  @Test
  void ofAMaybeThatIsSubscribedToOnAnotherScheduler() {
    runner
        .maybe("s-1", "q")
        .subscribeOn(Schedulers.newThread())
        .test()
        .awaitDone(20, SECONDS)
        .assertResult("q");

    assertBelow("maybe");
  }

  @Test
  void ofAnObservableWithParallelTools() {
    runner.observable("s-1", "q").test().awaitDone(20, SECONDS).assertValueCount(8);

    assertThat(spanloom.trace())
        .hasRoot("invoke_agent observable")
        .hasChildren(
            "ask",
            "execute_tool look",
            "execute_tool look",
            "execute_tool look",
            "execute_tool look",
            "execute_tool look",
            "execute_tool look",
            "execute_tool look",
            "execute_tool look");
  }

  @Test
  void ofToolsThatAreCombined() {
    runner.combined("s-1").test().awaitDone(20, SECONDS).assertResult("abcdefgh");

    assertThat(spanloom.trace())
        .hasRoot("invoke_agent combined")
        .hasChildren(
            IntStream.range(0, 8).mapToObj(n -> "execute_tool look").toArray(String[]::new));
  }

  @Test
  void andSoAreToolsThatReturnSinglesThemselves() {
    runner.nested("s-1").test().awaitDone(20, SECONDS).assertResult(List.of("page a", "page b"));

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
    Flowable.range(0, 50)
        .flatMapSingle(n -> runner.single("s-" + n, "q" + n))
        .test()
        .awaitDone(20, SECONDS)
        .assertValueCount(50);

    assertThat(spanloom.traces())
        .hasSize(50)
        .allSatisfy(trace -> assertThat(trace).hasTree(ONE_TOOL.formatted("single")));
  }

  private static void assertBelow(String agent) {
    assertThat(spanloom.trace()).hasTree(ONE_TOOL.formatted(agent));
    assertThat(spanloom.trace()).hasSpan("execute_tool look").hasAttribute("session.id", "s-1");
  }

  static class Runner {

    @Agent("flowable")
    Flowable<String> flowable(@SessionId String session, String question) {
      return Flowable.fromCallable(() -> ask(question))
          .subscribeOn(Schedulers.io())
          .flatMap(
              answer ->
                  Flowable.fromCallable(() -> look(answer)).subscribeOn(Schedulers.computation()));
    }

    @Agent("single")
    Single<String> single(@SessionId String session, String question) {
      return Single.fromCallable(() -> ask(question)).subscribeOn(Schedulers.io()).map(this::look);
    }

    @Agent("maybe")
    Maybe<String> maybe(@SessionId String session, String question) {
      return Maybe.fromCallable(() -> ask(question)).observeOn(Schedulers.single()).map(this::look);
    }

    @Agent("observable")
    Observable<String> observable(@SessionId String session, String question) {
      return Observable.fromCallable(() -> ask(question))
          .flatMap(answer -> Observable.range(0, 8))
          .flatMapSingle(n -> Single.fromCallable(() -> look("" + n)).subscribeOn(Schedulers.io()));
    }

    @Agent("combined")
    Single<String> combined(@SessionId String session) {
      return Single.zip(later("a"), later("b"), String::concat)
          .flatMap(
              ab ->
                  Observable.combineLatest(
                          later("c").toObservable(), later("d").toObservable(), String::concat)
                      .lastOrError()
                      .map(ab::concat))
          .flatMap(
              abcd ->
                  Flowable.concatArrayEager(later("e").toFlowable(), later("f").toFlowable())
                      .reduce(abcd, String::concat))
          .delay(1, MILLISECONDS)
          .flatMap(sofar -> Maybe.mergeArray(later("g").toMaybe(), Maybe.empty()).reduce(sofar, String::concat))
          .flatMap(sofar -> later("h").timeout(20, SECONDS).map(sofar::concat));
    }

    private Single<String> later(String what) {
      return Single.fromCallable(() -> look(what)).subscribeOn(Schedulers.io());
    }

    @Agent("nested")
    Single<List<String>> nested(@SessionId String session) {
      return Flowable.just("a", "b").concatMapSingle(url -> fetch("call_" + url, url)).toList();
    }

    @Agent("blocking")
    String blocking(@SessionId String session, String question) {
      return Single.fromCallable(() -> ask(question))
          .subscribeOn(Schedulers.io())
          .map(this::look)
          .blockingGet();
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
    Single<String> fetch(@ToolCallId String id, String url) {
      return Single.just(url).observeOn(Schedulers.io()).map(page -> "page " + look(page));
    }
  }
}
