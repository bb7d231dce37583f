package io.spanloom.weaver.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.weave.Module;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How code can lead from one span to another. Each program is drawn, and then woven and run: what
 * runs must have been predicted, and nothing else but what is listed.
 */
class NestingTest {

  private static final String HEADER =
      """
      package demo;

      import io.spanloom.annotations.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.*;

      """;

  @TempDir Path directory;

  @Test
  void untracedMethodsAreLookedThrough() throws Exception {
    check(
        """
        public class Program {
          public static Object run() { return new Program().answer(); }
          @Agent public Object answer() { return helper(1); }
          private Object helper(int depth) { return depth > 3 ? Other.go() : helper(depth + 1); }
          static class Other {
            static Object go() { return new Other().inner(); }
            @Task Object inner() { return "done"; }
          }
        }
        """,
        """
        invoke_agent answer
          inner
        """);
  }

  @Test
  void interfacesAbstractClassesAndDefaultMethods() throws Exception {
    check(
        """
        public class Program {
          interface Source {
            Object read();
            default Object readTwice() { read(); return read(); }
          }
          static abstract class Cached implements Source {
            public Object read() { return load(); }
            abstract Object load();
          }
          static class Disk extends Cached {
            @Retrieval(dataSource = "disk") Object load() { return "d"; }
          }
          static class Net implements Source {
            @Retrieval(dataSource = "net") public Object read() { return "n"; }
            @Override public Object readTwice() { return Source.super.readTwice(); }
          }
          public static Object run() {
            Program program = new Program();
            program.answer(new Disk());
            return program.answer(new Net());
          }
          @Agent public Object answer(Source source) { return source.readTwice(); }
        }
        """,
        """
        invoke_agent answer
          retrieval disk
          retrieval net
        """);
  }

  @Test
  void lambdasMethodReferencesAndStreams() throws Exception {
    check(
        """
        public class Program {
          public static Object run() { return new Program().answer(); }
          @Agent public Object answer() {
            Supplier<Object> made = Made::new;
            made.get();
            return Stream.of("b", "a").map(this::first).map(it -> second(it)).sorted(this::third).toList();
          }
          @Task String first(String it) { return it; }
          @Task String second(String it) { return it; }
          @Task int third(String one, String other) { return one.compareTo(other); }
          static class Made {
            Made() { fourth(); }
            @Task void fourth() {}
          }
        }
        """,
        """
        invoke_agent answer
          fourth
          first
          second
          third
        """);
  }

  @Test
  void anonymousInnerAndLocalClassesThatALibraryCalls() throws Exception {
    check(
        """
        public class Program {
          public static Object run() throws Exception { return new Program().answer(); }
          @Agent public Object answer() throws Exception {
            Runnable anonymous = new Runnable() {
              @Override public void run() { first(); }
            };
            class Local implements Callable<String> {
              @Override public String call() { return second(); }
            }
            anonymous.run();
            List<String> names = new ArrayList<>(List.of("b", "a"));
            Collections.sort(names, new Inner());
            return new Local().call();
          }
          @Task void first() {}
          @Task String second() { return ""; }
          @Task void third() {}
          final class Inner implements Comparator<String> {
            @Override public int compare(String one, String other) {
              third();
              return one.compareTo(other);
            }
          }
        }
        """,
        """
        invoke_agent answer
          first
          third
          second
        """);
  }

  @Test
  void executorsFuturesAndThreads() throws Exception {
    check(
        """
        public class Program {
          private final ExecutorService pool =
              io.opentelemetry.context.Context.taskWrapping(Executors.newFixedThreadPool(2));
          public static Object run() throws Exception { return new Program().answer(); }
          @Agent public Object answer() throws Exception {
            pool.submit(() -> first()).get();
            pool.submit(new Job()).get();
            Object result =
                CompletableFuture.supplyAsync(this::third, pool)
                    .thenApplyAsync(it -> fourth(it), pool)
                    .thenCombine(CompletableFuture.supplyAsync(() -> fifth(), pool), (a, b) -> a + b)
                    .get();
            pool.shutdown();
            return result;
          }
          @Task void first() {}
          @Task String second() { return ""; }
          @Task String third() { return ""; }
          @Task String fourth(String it) { return it; }
          @Task String fifth() { return ""; }
          class Job implements Callable<String> {
            public String call() { return second(); }
          }
        }
        """,
        """
        invoke_agent answer
          first
          second
          third
          fourth
          fifth
        """);
  }

  @Test
  void recursionAndMutualRecursion() throws Exception {
    check(
        """
        public class Program {
          public static Object run() { new Program().walk(3); return ""; }
          @Workflow public void walk(int depth) { if (depth > 0) { walk(depth - 1); } even(depth); }
          @Task void even(int depth) { if (depth > 0) { odd(depth - 1); } }
          @Task void odd(int depth) { if (depth > 0) { even(depth - 1); } }
        }
        """,
        """
        invoke_workflow walk
          invoke_workflow walk ↻
          even
            odd
              even ↻
        """);
  }

  @Test
  void genericBridges() throws Exception {
    check(
        """
        public class Program {
          interface Handler<I, O> { O handle(I input); }
          static class Upper implements Handler<String, String> {
            @Task("upper") @Override public String handle(String input) { return input; }
          }
          static abstract class Base<T extends Comparable<T>> {
            Object go(T it) { return apply(it); }
            abstract Object apply(T it);
          }
          static class Longs extends Base<Long> {
            @Task("longs") @Override Object apply(Long it) { return it; }
          }
          static <I, O> O call(Handler<I, O> handler, I input) { return handler.handle(input); }
          public static Object run() { return new Program().answer(); }
          @Agent public Object answer() { new Longs().go(1L); return call(new Upper(), "a"); }
        }
        """,
        """
        invoke_agent answer
          longs
          upper
        """);
  }

  @Test
  void sealedTypesRecordsAndEnumConstantsWithBodies() throws Exception {
    check(
        """
        public class Program {
          sealed interface Shape permits Round, Square {}
          record Round() implements Shape { @Task("round") Object draw() { return ""; } }
          record Square() implements Shape { @Task("square") Object draw() { return ""; } }
          enum Route {
            SEARCH { @Override Object go(Program program) { return program.search(); } },
            ASK { @Override Object go(Program program) { return program.ask(); } };
            abstract Object go(Program program);
          }
          enum Act {
            THINK(Program::think);
            private final Function<Program, Object> body;
            Act(Function<Program, Object> body) { this.body = body; }
          }
          public static Object run() {
            new Program().answer(new Round());
            return new Program().answer(new Square());
          }
          @Agent public Object answer(Shape shape) {
            for (Route route : Route.values()) { route.go(this); }
            Act.valueOf("THINK").body.apply(this);
            return shape instanceof Round round ? round.draw() : ((Square) shape).draw();
          }
          @Task Object search() { return ""; }
          @Task Object ask() { return ""; }
          @Task Object think() { return ""; }
        }
        """,
        """
        invoke_agent answer
          search
          ask
          think
          round
          square
        """);
  }

  @Test
  void annotatedContractsAreWhatImplementsThem() throws Exception {
    check(
        """
        public class Program {
          interface Search<T> {
            /** Finds. */
            @Tool Object find(T query);
            @Task default Object twice(T query) { find(query); return find(query); }
          }
          static class Books implements Search<String> {
            private final Search<String> inner;
            Books(Search<String> inner) { this.inner = inner; }
            public Object find(String query) { return inner.find(query); }
          }
          static class Own implements Search<String> {
            /** Finds too. */
            @Tool("own") public Object find(String query) { return query; }
          }
          public static Object run() { return new Program().answer(new Books(new Own())); }
          @Agent public Object answer(Search<String> search) { return search.twice("q"); }
        }
        """,
        """
        invoke_agent answer
          twice
            execute_tool find
              execute_tool find ↻
              execute_tool own
            execute_tool own
        """,
        "execute_tool find > execute_tool find",
        "twice > execute_tool own");
  }

  @Test
  void functionsHandedToATracedMethodRunBelowIt() throws Exception {
    check(
        """
        public class Program {
          public static Object run() { return new Program().answer(); }
          @Agent public Object answer() {
            retry(() -> ask());
            return passOn(() -> search());
          }
          private Object passOn(Supplier<Object> body) { return guarded(body); }
          @Task("guarded") Object guarded(Supplier<Object> body) { return body.get(); }
          private static Object retry(Supplier<Object> body) { return body.get(); }
          @Task Object ask() { return ""; }
          @Task Object search() { return ""; }
        }
        """,
        """
        invoke_agent answer
          ask
          search
          guarded
            ask
            search
        """,
        "guarded > ask",
        "invoke_agent answer > search");
  }

  @Test
  void functionsKeptInAFieldRunWhereTheFieldIsRead() throws Exception {
    check(
        """
        public class Program {
          private final Supplier<Object> tool;
          private final Attempt<Object> attempt;
          interface Attempt<T> { T make() throws Exception; }
          Program(Supplier<Object> tool, Attempt<Object> attempt) {
            this.tool = tool;
            this.attempt = attempt;
          }
          public static Object run() throws Exception {
            Tools tools = new Tools();
            Program program = new Program(tools::search, () -> tools.ask());
            Supplier<String> unrelated = () -> new Tools().unrelated();
            unrelated.get();
            return program.answer();
          }
          @Agent public Object answer() throws Exception { attempt.make(); return think(); }
          @Task Object think() { return tool.get(); }
          static class Tools {
            @Task Object search() { return ""; }
            @Task Object ask() { return ""; }
            @Task String unrelated() { return ""; }
          }
        }
        """,
        """
        search
        unrelated
        invoke_agent answer
          think
            search
            unrelated
          ask
        """,
        "- > search",
        "think > unrelated");
  }

  @Test
  void functionsInATableRunWhereTheTableIsRead() throws Exception {
    check(
        """
        public class Program {
          private final Map<String, Function<String, Object>> tools = new HashMap<>();
          private final List<Supplier<Object>> steps;
          Program(List<Supplier<Object>> steps) { this.steps = steps; }
          public static Object run() throws Exception {
            Tools tools = new Tools();
            Program program = new Program(List.of(() -> tools.ask()));
            program.tools.put("search", tools::search);
            return program.answer();
          }
          @Agent public Object answer() {
            steps.forEach(step -> step.get());
            return dispatch("search");
          }
          @Task Object dispatch(String tool) { return tools.get(tool).apply("q"); }
          static class Tools {
            @Task Object search(String query) { return ""; }
            @Task Object ask() { return ""; }
          }
        }
        """,
        """
        invoke_agent answer
          ask
          dispatch
            search
        """);
  }

  @Test
  void objectsMadeElsewhereThatALibraryIsHanded() throws Exception {
    check(
        """
        public class Program {
          private final Job job;
          private final Executor executor = Runnable::run;
          Program(Job job) { this.job = job; }
          public static Object run() throws Exception { return new Program(new Job()).answer(); }
          @Agent public Object answer() throws Exception {
            Executors.callable(job).call();
            return "";
          }
          static class Job implements Runnable {
            @Override public void run() { work(); }
            @Task void work() {}
          }
        }
        """,
        """
        invoke_agent answer
          work
        """);
  }

  @Test
  void libraryTemplatesCallWhatIsOverridden() throws Exception {
    check(
        """
        public class Program {
          public static Object run() throws Exception { return new Program().answer(new Pipe()); }
          @Agent public Object answer(Pipe pipe) throws Exception {
            Worker worker = new Worker();
            worker.run();
            return pipe.isEmpty();
          }
          static class Worker extends FutureTask<Object> {
            Worker() { super(() -> "done"); }
            @Override protected void done() { finish(); }
            @Task void finish() {}
          }
          static class Pipe extends AbstractCollection<String> {
            @Override public Iterator<String> iterator() { return List.<String>of().iterator(); }
            @Override public int size() { return measure(); }
            @Task int measure() { return 0; }
          }
        }
        """,
        """
        invoke_agent answer
          finish
          measure
        """);
  }

  private void check(String program, String tree, String... neverSeen) throws Exception {
    Module module = Module.in(directory).compileAnnotated(HEADER + program);
    Blueprint blueprint = Drawn.of(module);
    assertThat(Drawn.tree(blueprint)).isEqualTo(tree);
    module.weave();
    assertThat(Drawn.of(module)).as("the blueprint of woven classes").isEqualTo(blueprint);
    checkRun(module, blueprint, neverSeen);
  }

  private static void checkRun(Module module, Blueprint blueprint, String... neverSeen)
      throws Exception {
    try (Traces traces = Traces.recording()) {
      module.run("demo.Program");
      Set<String> unseen = new TreeSet<>(Traces.predicted(blueprint));
      assertThat(unseen).containsAll(traces.pairs());
      unseen.removeAll(traces.pairs());
      assertThat(unseen).as("predicted and not seen").containsExactlyInAnyOrder(neverSeen);
    }
  }
}
