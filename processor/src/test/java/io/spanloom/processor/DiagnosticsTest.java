package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.spanloom.processor.report.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each finding stands on the line that sets it off. In the sources below, {@code // !} and the
 * start of a message mark the lines where a finding is due; nothing else may be reported.
 */
class DiagnosticsTest {

  private static final String MARK = "// ! ";

  /** See {@link RobustnessTest}, {@link OptionsTest} and {@link ObservedResultsTest}. */
  private static final Set<String> WITHOUT_A_LINE =
      Set.of(
          "IllegalOption",
          "InternalError",
          "MissingIntegration",
          "MissingRuntime",
          "ParameterNamesUnknown",
          "UnknownOption");

  static Stream<Arguments> sources() {
    return Stream.of(
        Arguments.of(
            "two span annotations",
            """
            class Twice {
              @Agent
              @Workflow // ! [MultipleSpanAnnotations] A method opens one span. 'run' carries both @Agent and @Workflow.
              void run() {}
            }
            """),
        Arguments.of(
            "a name that no model can ask for",
            """
            class Named {
              @Tool(value = "case search", description = "Searches.") // ! [ToolNameRefused] Providers refuse a tool whose name is not 1 to 64 letters of ASCII, digits, '_' and '-'. "case search" is none of these names. Name the tool in the annotation, as the model is told its name.
              void search() {}
              /** Is as long as it may be. */
              @Tool("a123456789b123456789c123456789d123456789e123456789f123456789-_Z4")
              void longest() {}
              /** Is longer. */
              @Tool("a123456789b123456789c123456789d123456789e123456789f123456789-_Z45") // ! [ToolNameRefused]
              void longer() {}
              @Task("case search")
              void task() {}
              @Task("")
              void itsOwn() {}
            }
            """),
        Arguments.of(
            "a member of an annotation",
            """
            @interface Remote {
              @Task // ! [AbstractMethod] Only a method with a body can be traced. 'call' is a member of an annotation, which no class implements. Remove @Task.
              String call();
            }
            """),
        Arguments.of(
            "documents of which nothing is known",
            """
            class Search {
              record Hit(long rank, double[] where) {}
              record Two(List<Passage> cited, List<Passage> read) {}
              record Passage(String text) {}
              @Retrieval
              List<Hit> hits() { // ! [DocumentsUnknown] What documents are is read off members such as id, text, score and metadata. Hit, which 'hits' gives back, has none of these. Name them: @Attribute(key = OpenInference.DOCUMENT_CONTENT, path = …); or provide a DocumentAdapter.
                return null;
              }
              @Retrieval
              Two two() { // ! [DocumentsUnknown] What documents are is read off members such as id, text, score and metadata. Two has several lists of documents: cited, read. Name one: @Attribute(key = "retrieval.documents", path = "cited").
                return null;
              }
              @Retrieval
              @SuppressWarnings("DocumentsUnknown")
              Hit known() {
                return null;
              }
              @Retrieval
              String text() {
                return "";
              }
            }
            """),
        Arguments.of(
            "documents elsewhere",
            """
            class Search {
              @Tool("find")
              @SuppressWarnings("spanloom")
              @Attribute(key = OpenInference.RETRIEVAL_DOCUMENTS) // ! [DocumentKeyMisplaced] Documents are in the result of a @Retrieval or @Rerank, and in a parameter of a @Rerank. "retrieval.documents" does not say where any are here.
              List<String> find() {
                return null;
              }
              @Retrieval
              List<String> search(
                  @Attribute(key = OpenInference.DOCUMENT_ID) // ! [DocumentKeyMisplaced] Documents are in the result of a @Retrieval or @Rerank, and in a parameter of a @Rerank. "document.id" does not say where any are here.
                  String id) {
                return null;
              }
            }
            """),
        Arguments.of(
            "parts of documents that are none",
            """
            class Search {
              record Hit(String ref, List<String> words, Object more, @Sensitive String secret) {}
              record Page(List<Hit> hits, int total) {}
              @Retrieval
              @Attribute(key = OpenInference.DOCUMENT_ID, path = "reff") // ! [UnknownPath] Each segment of a path is an accessor or a visible field of the type before it. Hit has no 'reff', which "reff" names. Did you mean 'ref'?
              @Attribute(key = OpenInference.DOCUMENT_SCORE, path = "ref") // ! [WrongKeyType] The conventions give "document.score" the type double. A value of type String becomes string.
              @Attribute(key = OpenInference.DOCUMENT_METADATA, path = "more") // ! [NotAnAttribute]
              List<Hit> hits() {
                return null;
              }
              @Retrieval
              @Attribute(key = OpenInference.DOCUMENT_CONTENT, path = "secret") // ! [SensitiveCapture]
              @Attribute(key = OpenInference.DOCUMENT_ID, path = "ref")
              @Attribute(key = OpenInference.DOCUMENT_ID, path = "ref") // ! [DuplicateKey]
              Page page() {
                return null;
              }
              @Retrieval
              @Attribute(key = OpenInference.RETRIEVAL_DOCUMENTS, path = "total") // ! [WrongKeyType] Documents are a list, an array or a map of them, or one. This is of type int. Name a path to the documents.
              Page total() {
                return null;
              }
            }
            """),
        Arguments.of(
            "a contract declared twice",
            """
            interface Remote<T> {
              @Task void call(T what);

              interface Near extends Remote<String> {
                @Task // ! [RepeatedContract] A method that others implement is annotated once in a hierarchy. 'call' overrides 'Remote.call', which is annotated
                void call(String what);
              }

              class Local implements Near {
                @Task public void call(String what) {}
              }
            }
            """),
        Arguments.of(
            "a native method",
            """
            class Low {
              @Task // ! [NativeMethod] Only a method with a body can be traced. 'call' is native.
              native void call();
            }
            """),
        Arguments.of(
            "a suspend function, as Kotlin compiles it",
            """
            class Kotlin {
              @Task // ! [SuspendFunction] A traced method returns when its work is done, or returns what tells that. 'call' is a suspend function: it returns each time it suspends.
              Object call(String what, kotlin.coroutines.Continuation<? super String> then) { return then; }
            }
            """),
        Arguments.of(
            "tools of one name",
            """
            class Twins {
              /** Finds. */
              @Tool void find(String what) {}

              /** Finds. */
              @Tool // ! [DuplicateTool] The tools of a class differ in their names, by which a model asks for them. Two methods 'find' are the tool "find".
              void find(String what, int limit) {}

              /** Looks up. */
              @Tool("look") void lookUp() {}

              /** Looks. */
              @dev.langchain4j.agent.tool.Tool(name = "look") // ! [DuplicateTool] The tools of a class differ in their names, by which a model asks for them. 'lookUp' and 'watch' are both the tool "look".
              void watch() {}

              /** Runs any. */
              @Tool("look") void run(@Attribute(key = GenAi.TOOL_NAME) String name) {}
            }
            """),
        Arguments.of(
            "results that complete later",
            """
            class Later {
              @Task // ! [UnobservedResult] The span of 'code' ends when the method returns. Its result 'Callable<String>' completes later, and Spanloom cannot observe it. Return a CompletableFuture; if the work is done when the method returns, write @SuppressWarnings("UnobservedResult").
              Callable<String> code() { return null; }

              @Agent // ! [UnobservedResult] The span of 'publisher' ends when the method returns. Its result 'SubmissionPublisher<String>' completes later, and Spanloom cannot observe it. Declare the result 'Publisher<String>'
              SubmissionPublisher<String> publisher() { return null; }

              @Workflow // ! [UnobservedResult] The span of 'all' ends when the method returns. Its result 'List<Future<String>>' completes later
              List<Future<String>> all() { return null; }

              @Task @SuppressWarnings("UnobservedResult") Callable<String> silenced() { return null; }
            }
            """),
        Arguments.of(
            "a model call that nothing reads",
            """
            class Model {
              @LlmCall // ! [LlmCallWithoutUsage] A model call's tokens and tool calls are read from its result. Nothing here reads what 'chat' returns. Add spanloom-langchain4j to the dependencies
              dev.langchain4j.agent.tool.ToolExecutionRequest chat() { return null; }

              @LlmCall // ! [LlmCallWithoutUsage]
              CompletableFuture<dev.langchain4j.agent.tool.ToolExecutionRequest> later() { return null; }

              @LlmCall
              @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = "name().length()")
              dev.langchain4j.agent.tool.ToolExecutionRequest told() { return null; }

              @Task dev.langchain4j.agent.tool.ToolExecutionRequest none() { return null; }

              @LlmCall // ! [LlmCallWithoutUsage] A model call's tokens and tool calls are read from its result. Nothing here reads what 'text' returns. Return the model client's own response, or capture @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = …); where the method tells of them itself (Spans.current().usage(…)), or an LlmAdapter reads them, write @SuppressWarnings("LlmCallWithoutUsage").
              String text() { return ""; }

              record Reply(String text) {}

              @LlmCall // ! [LlmCallWithoutUsage] A model call's tokens and tool calls are read from its result. Nothing here reads what 'own' returns. Return
              Reply own() { return null; }

              @LlmCall // ! [LlmCallWithoutUsage]
              void nothing() {}

              @LlmCall
              @SuppressWarnings("LlmCallWithoutUsage")
              String silenced() { return ""; }

              @LlmCall Object anything() { return ""; }
            }
            """),
        Arguments.of(
            "a role on a method without a span",
            """
            class Forgotten {
              void search(
                  @ToolCallId // ! [RoleWithoutSpan] A value is captured only by a method that opens a span. 'search' carries @ToolCallId but
                  String id) {}

              Forgotten(
                  @SessionId // ! [RoleWithoutSpan] A value is captured only by a method that opens a span. 'Forgotten' carries @SessionId
                  String id) {}

              @Attribute(key = "a.b") // ! [RoleWithoutSpan] A value is captured only by a method that opens a span. 'size' carries @Attribute
              int size() { return 0; }
            }
            """),
        Arguments.of(
            "a tool-call id outside a tool",
            """
            class Agents {
              @Agent void run(
                  @ToolCallId // ! [ToolCallIdOutsideTool] Only a @Tool runs a call that a model asked for. 'run' is a @Agent.
                  String id) {}
            }
            """),
        Arguments.of(
            "a tool-call id that is not a string",
            """
            class Numbers {
              record Call(long id) {}

              /** Looks up. */
              @Tool void lookUp(
                  @ToolCallId // ! [ToolCallIdNotString] A tool-call id is the String the provider issued. This is of type UUID.
                  UUID id) {}

              /** Looks up. */
              @Tool void find(
                  @ToolCallId(path = "id") // ! [ToolCallIdNotString] A tool-call id is the String the provider issued. This is of type long.
                  Call call) {}
            }
            """),
        Arguments.of(
            "an identifier that is none",
            """
            class Sessions {
              record Session(String id) {}

              @Agent void run(
                  @SessionId // ! [NotAnIdentifier] An identifier is a string, a number, an enum or a value type such as UUID. This is of type Session.
                  Session session) {}
            }
            """),
        Arguments.of(
            "the same identifier twice",
            """
            class Users {
              @Agent void run(
                  @UserId String one,
                  @UserId // ! [DuplicateRole] A span has at most one value for each identifier. This is a second @UserId.
                  String two) {}
            }
            """),
        Arguments.of(
            "unknown paths",
            """
            class Paths {
              record Usage(int promptTokens, int completionTokens) {}
              record Chat(Usage usage, List<String> choices, int[] scores) {
                String broken() throws Exception { return ""; }
                String with(int argument) { return ""; }
                void nothing() {}
                static String shared() { return ""; }
                private String hidden() { return ""; }
              }

              @Task
              @Attribute(key = "a.a", path = "usage.promtTokens") // ! [UnknownPath] Each segment of a path is an accessor or a visible field of the type before it. Usage has no 'promtTokens', which "usage.promtTokens" names. Did you mean 'promptTokens'?
              @Attribute(key = "a.b", path = "nowhere") // ! [UnknownPath] Each segment of a path is an accessor or a visible field of the type before it. Chat has no 'nowhere', which "nowhere" names. It has: choices, scores, usage.
              @Attribute(key = "a.c", path = "usage[0]") // ! [UnknownPath] Only lists and arrays have an index. '[0]' in "usage[0]" follows Usage.
              @Attribute(key = "a.d", path = "scores.size") // ! [UnknownPath] Each segment of a path is an accessor or a visible field of the type before it. int[] has no 'size'
              @Attribute(key = "a.e", path = "usage.promptTokens.value") // ! [UnknownPath] Each segment of a path is an accessor or a visible field of the type before it. int has no 'value', which "usage.promptTokens.value" names. It has none that a path could name.
              @Attribute(key = "a.f", path = "broken") // ! [UnknownPath]
              @Attribute(key = "a.g", path = "with") // ! [UnknownPath]
              @Attribute(key = "a.h", path = "nothing()") // ! [UnknownPath]
              @Attribute(key = "a.i", path = "shared()") // ! [UnknownPath]
              @Attribute(key = "a.j", path = "hidden()") // ! [UnknownPath]
              @Attribute(key = "a.k", path = "hashCode()") // ! [UnknownPath]
              Chat chat() { return null; }
            }
            """),
        Arguments.of(
            "paths that are none",
            """
            class Malformed {
              @Task
              @Attribute(key = "a.a", path = ".a") // ! [MalformedPath] A path is accessors joined by dots, with an index in brackets where one is needed. ".a" is not.
              @Attribute(key = "a.b", path = "a..b") // ! [MalformedPath]
              @Attribute(key = "a.c", path = "a[-1]") // ! [MalformedPath]
              @Attribute(key = "a.d", path = "a(1)") // ! [MalformedPath]
              @Attribute(key = "a.e", path = "a.") // ! [MalformedPath]
              @Attribute(key = "a.f", path = " ") // ! [MalformedPath]
              String run() { return ""; }
            }
            """),
        Arguments.of(
            "types the aspect cannot see",
            """
            class Hiding {
              private record Secret(String name) {}
              private enum Level { LOW }

              @Task void run(
                  @Attribute(key = "a.b", path = "name") // ! [InaccessiblePath] What a capture reads must be visible in the package, where the generated aspect lives. Secret is not.
                  Secret secret,
                  @Attribute(key = "a.c") // ! [InaccessiblePath]
                  Level level,
                  @Attribute(key = "a.d", path = "[0].name") // ! [InaccessiblePath]
                  List<Secret> list) {}
            }
            """),
        Arguments.of(
            "values that are no attributes",
            """
            class Values {
              record Point(int x) {}

              @Task void run(
                  @Attribute(key = "a.a") // ! [NotAnAttribute] An attribute is a string, number, boolean, enum or value type such as Instant, or a collection or array of those. This is of type Point.
                  Point point,
                  @Attribute(key = "a.b") // ! [NotAnAttribute]
                  Map<String, String> map,
                  @Attribute(key = "a.c") // ! [NotAnAttribute]
                  byte[] bytes,
                  @Attribute(key = "a.d") // ! [NotAnAttribute]
                  List<List<String>> lists,
                  @Attribute(key = "a.e") // ! [NotAnAttribute]
                  Iterator<String> iterator,
                  @Attribute(key = "a.f") // ! [NotAnAttribute]
                  char[] password) {}
            }
            """),
        Arguments.of(
            "an attribute of nothing",
            """
            class Nothing {
              @Task
              @Attribute(key = "a.b") // ! [NoResult] @Attribute on a method reads its result. 'run' returns nothing.
              @Attribute(key = "a.c", path = "size") // ! [NoResult]
              void run() {}
            }
            """),
        Arguments.of(
            "illegal keys",
            """
            class Keys {
              @Task void run(
                  @Attribute(key = "") // ! [IllegalKey] A key is names of letters, digits, '_', '-', '/', ':' or '@' joined by dots, at most 255 characters. This one is blank.
                  int a,
                  @Attribute(key = "top k") // ! [IllegalKey]
                  int b,
                  @Attribute(key = "a..b") // ! [IllegalKey]
                  int c,
                  @Attribute(key = ".a") // ! [IllegalKey]
                  int d,
                  @Attribute(key = "a\\nb") // ! [IllegalKey]
                  int e) {}
            }
            """),
        Arguments.of(
            "keys that are nearly a convention's",
            """
            class Keys {
              @LlmCall
              Object chat(
                  @Attribute(key = "gen_ai.request.modle") // ! [UnknownKey] Readers of a trace look for the keys that the conventions define. "gen_ai.request.modle" looks like one, and no known version has it. Did you mean 'gen_ai.request.model'?
                  String a,
                  @Attribute(key = "gen_ai.mood") // ! [UnknownKey] Readers of a trace look for the keys that the conventions define. "gen_ai.mood" looks like one, and no known version has it. Choose a key of your own, such as "app.mood"; if a newer version has it, write @SuppressWarnings("UnknownKey").
                  String b,
                  @Attribute(key = "llm.token_count.promt") // ! [UnknownKey] Readers of a trace look for the keys that the conventions define. "llm.token_count.promt" looks like one, and no known version has it. Did you mean 'llm.token_count.prompt'?
                  int c,
                  @Attribute(key = "tool.nmae") // ! [UnknownKey] Readers of a trace look for the keys that the conventions define. "tool.nmae" looks like one, and no known version has it. Did you mean 'tool.name'?
                  String d,
                  @Attribute(key = "Session.id") String e,
                  @Attribute(key = "tool.count") int f,
                  @Attribute(key = "user.role") String g,
                  @Attribute(key = "user_id") String h,
                  @Attribute(key = "gen_ai.system") String i,
                  @Attribute(key = "gen_ai.usage.prompt_tokens") int j,
                  @Attribute(key = "gen_ai.usage.cache_write.input_tokens") int k,
                  @Attribute(key = "gen_ai.openai.request.service_tier") String l,
                  @Attribute(key = "llm.input_messages.0.message.role") String m,
                  @Attribute(key = "llm.cost.total") double n,
                  @Attribute(key = "openinference.span.kind") String o,
                  @SuppressWarnings("UnknownKey") @Attribute(key = "gen_ai.new") String p) {
                return "";
              }
            }
            """),
        Arguments.of(
            "a key used twice",
            """
            class Keys {
              @Task
              @Attribute(key = "app.top_k") // ! [DuplicateKey] A span holds one value for each key. "app.top_k" is captured twice.
              int run(@Attribute(key = "app.top_k") int topK) { return topK; }
            }
            """),
        Arguments.of(
            "values of another type than the conventions'",
            """
            class Conventions {
              @LlmCall
              @Attribute(key = GenAi.USAGE_INPUT_TOKENS) // ! [WrongKeyType] The conventions give "gen_ai.usage.input_tokens" the type long. A value of type String becomes string.
              String chat(
                  @Attribute(key = GenAi.REQUEST_TEMPERATURE) int widened,
                  @Attribute(key = GenAi.REQUEST_STOP_SEQUENCES) String single,
                  @Attribute(key = GenAi.REQUEST_MAX_TOKENS) // ! [WrongKeyType]
                  double fraction,
                  @Attribute(key = "server.port") // ! [WrongKeyType] The conventions give "server.port" the type long. A value of type String becomes string.
                  String port,
                  @Attribute(key = "llm.cost.total") int wholeDollars) { return ""; }
            }
            """),
        Arguments.of(
            "captures of what is sensitive",
            """
            class Privacy {
              @Sensitive record Key(String value) {}
              record User(String id, @Sensitive String email) {}
              static class Bean {
                @Sensitive private String phone;
                public String getPhone() { return phone; }
              }

              @Task
              @Attribute(key = "a.a", path = "value") // ! [SensitiveCapture] What is @Sensitive never leaves the process. @Attribute asks for "value", which is or holds something @Sensitive.
              Key run(
                  @Attribute(key = "a.b") // ! [SensitiveCapture] What is @Sensitive never leaves the process. @Attribute asks for the value
                  @Sensitive String token,
                  @UserId(path = "email") // ! [SensitiveCapture]
                  User user,
                  @Attribute(key = "a.c", path = "phone") // ! [SensitiveCapture]
                  Bean bean,
                  @Input // ! [SensitiveCapture]
                  List<User> users) { return null; }

              @Sensitive
              @Task
              @Attribute(key = "a.d", path = "length()") // ! [SensitiveCapture]
              String secret() { return ""; }
            }
            """),
        Arguments.of(
            "a tool that says nothing",
            """
            class Silent {
              @Tool // ! [ToolWithoutDescription] A tool says what it does. 'search' has neither a description nor Javadoc.
              void search() {}

              /** Says it. */
              @Tool void described() {}

              @Tool(description = "Says it too") void annotated() {}
            }
            """),
        Arguments.of(
            "a tool's argument without a form in JSON",
            """
            class Loader {
              interface Service {}
              record Request(String name, Runnable done) {}
              /** Loads. */
              @Tool
              void load(
                  String name,
                  Service service, // ! [NoJsonForm] A tool's arguments come from a model, as JSON. 'service' is of type Service, which has no form in JSON
                  Request request, // ! [NoJsonForm] A tool's arguments come from a model, as JSON. 'request.done' is of type Runnable, which has
                  @SuppressWarnings("NoJsonForm") Service meant) {}
            }
            """),
        Arguments.of(
            "two classes with one aspect",
            """
            class Outer {
              static class Inner {
                @Task void one() {}
              }
            }
            class Outer_Inner { // ! [GeneratedNameTaken] What is generated for a traced class is named after it. 'acme.Outer_Inner_SpanAspect', generated for 'acme.Outer_Inner', exists already.
              @Task void two() {}
            }
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void reports(String name, String source) {
    List<String> due = due(source);
    Compilation compilation = Compilations.compile(source);
    List<Diagnostic<? extends JavaFileObject>> found = findings(compilation);
    assertThat(found).extracting(DiagnosticsTest::lineAndMessage).hasSameSizeAs(due);
    for (int i = 0; i < due.size(); i++) {
      assertThat(lineAndMessage(found.get(i))).startsWith(due.get(i));
    }
    assertThat(due).isNotEmpty();
  }

  @Test
  void everyCodeIsTested() {
    String all = sources().map(each -> (String) each.get()[1]).reduce("", String::concat);
    assertThat(codes())
        .filteredOn(code -> !WITHOUT_A_LINE.contains(code))
        .allSatisfy(code -> assertThat(all).contains(MARK + "[" + code + "]"));
  }

  @Test
  void everyCodeIsDocumented() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "diagnostics.md")).stream()
            .filter(line -> line.matches("\\| `\\w+` .*"))
            .map(line -> line.replaceFirst("^\\| `(\\w+)`.*$", "$1"))
            .toList();
    assertThat(rows).containsExactlyElementsOf(codes());
  }

  @Test
  void everyMessageHasARuleAnOffenderAndAFix() {
    sources()
        .map(each -> (String) each.get()[1])
        .flatMap(source -> findings(Compilations.compile(source)).stream())
        .map(finding -> finding.getMessage(Locale.ROOT))
        .forEach(
            message -> assertThat(message).matches("(?s)\\[\\w+] [A-Z@].*[.?] .*[.?] ?.*[.?]"));
  }

  private static List<String> codes() {
    return Stream.of(DiagnosticCode.values()).map(DiagnosticCode::text).toList();
  }

  /** Line number and start of message for each mark, in the order of the lines. */
  private static List<String> due(String source) {
    List<String> lines = source.lines().toList();
    return Stream.iterate(0, line -> line + 1)
        .limit(lines.size())
        .filter(line -> lines.get(line).contains(MARK))
        .map(line -> line + ": " + lines.get(line).split(MARK)[1])
        .toList();
  }

  private static List<Diagnostic<? extends JavaFileObject>> findings(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(finding -> finding.getMessage(Locale.ROOT).startsWith("["))
        .sorted((one, two) -> Long.compare(one.getLineNumber(), two.getLineNumber()))
        .<Diagnostic<? extends JavaFileObject>>map(finding -> finding)
        .toList();
  }

  /** The first line of a source is the one that {@link Compilations} puts before it. */
  private static String lineAndMessage(Diagnostic<? extends JavaFileObject> finding) {
    return finding.getLineNumber() - 2 + ": " + finding.getMessage(Locale.ROOT);
  }
}
