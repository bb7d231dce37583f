package io.spanloom.weaver.view;

import static io.spanloom.weaver.trace.Otlp.hex;
import static io.spanloom.weaver.trace.Otlp.line;
import static io.spanloom.weaver.trace.Otlp.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.page.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Looks at traces in a real browser. */
class TracePageTest {

  private static Browser browser;

  @TempDir private Path directory;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void isQuietAndAlone() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
  }

  @Test
  void showsWhatTheRuntimeRecorded() throws Exception {
    open(RealTrace.recordedTo(directory.resolve("trace.jsonl")));

    assertThat(names())
        .containsExactly(
            "invoke_agent research",
            "reasoning",
            "chat gpt-4.1-mini",
            "execute_tool search",
            "reasoning",
            "chat gpt-4.1-mini",
            "execute_tool validate");
    assertThat(text("#facts")).contains("300 in, 30 out", "session-1", "research");
    assertThat(text("#facts .error-text")).isEqualTo("1");
    assertThat(text("#side")).contains("Where the time went", "search", "validate");
    assertThat(arrows()).containsExactly("2-3", "5-6");
    assertThat(browser.findAll(".row.failed")).hasSize(1);
  }

  @Test
  void showsAllOfASpan() throws Exception {
    open(RealTrace.recordedTo(directory.resolve("trace.jsonl")));

    row(6).click();

    assertThat(text("#side h2")).isEqualTo("execute_tool validate");
    assertThat(text("#side"))
        .contains("Failed", "IllegalStateException", "the validator is closed", "call_2")
        .contains("OpenTelemetry GenAI", "OpenInference", "Spanloom", "Application and others")
        .contains("spanloom.tool_call.correlation", "explicit");
    assertThat(browser.findAll("#links path.chosen")).hasSize(1);

    jump("chat gpt-4.1-mini").click();
    assertThat(text("#side h2")).isEqualTo("chat gpt-4.1-mini");
    assertThat(text("#side")).contains("200 in, 20 out", "Asked for", "execute_tool validate");
    assertThat(row(5).getAttribute("aria-selected")).isEqualTo("true");

    row(0).click();
    assertThat(text(".decision")).contains("route", "answer", "87 % sure", "enough is known");
    assertThat(text("#side")).contains("May a landlord do that?", "Model calls in it");
  }

  @Test
  void showsMessagesAsAConversation() throws Exception {
    open(
        write(
            line(
                span("t", "genai")
                    .with("gen_ai.operation.name", "chat")
                    .with(
                        "gen_ai.system_instructions",
                        "[{\"type\":\"text\",\"content\":\"be kind\"}]")
                    .with(
                        "gen_ai.input.messages",
                        "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"hello\"}]},{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"c1\",\"response\":\"42\"}]}]")
                    .with(
                        "gen_ai.output.messages",
                        "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c2\",\"name\":\"find\",\"arguments\":{\"q\":1}}]}]"),
                span("t", "oi")
                    .during(1, 2)
                    .with("openinference.span.kind", "LLM")
                    .with("llm.input_messages.0.message.role", "user")
                    .with("llm.input_messages.0.message.content", "bonjour")
                    .with("llm.output_messages.0.message.role", "assistant")
                    .with("llm.output_messages.0.message.tool_calls.0.tool_call.id", "c9")
                    .with(
                        "llm.output_messages.0.message.tool_calls.0.tool_call.function.name",
                        "look"),
                span("t", "cut")
                    .during(2, 3)
                    .with("gen_ai.operation.name", "chat")
                    .with("gen_ai.output.messages", "[{\"role\":\"assi"))));

    row(0).click();
    assertThat(texts(".message .speaker"))
        .containsExactly("system", "user", "tool · answers c1", "assistant");
    assertThat(text("#side")).contains("be kind", "hello", "42", "calls find c2");
    row(1).click();
    assertThat(texts(".message .speaker")).containsExactly("user", "assistant");
    assertThat(text("#side")).contains("bonjour", "calls look c9");
    row(2).click();
    assertThat(text(".message")).contains("[{\"role\":\"assi");
  }

  @Test
  void filtersKeepTheWayToWhatTheyFind() throws Exception {
    open(RealTrace.recordedTo(directory.resolve("trace.jsonl")));

    browser.type("/");
    browser.fill("#search", "VALIDATE");
    browser.await("one match", it -> names().size() == 3);
    assertThat(text("#found")).isEqualTo("1 of 7 spans");
    assertThat(names())
        .containsExactly("invoke_agent research", "reasoning", "execute_tool validate");
    assertThat(browser.findAll(".row.context")).hasSize(2);
    browser.fill("#search", "nothing is called so");
    browser.await("no match", it -> text("#rows").equals("No span is like that."));
    browser.fill("#search", "");
    browser.type(Keys.ESCAPE);
    browser.await("all again", it -> names().size() == 7);

    find("#errors").click();
    browser.await("the failed one", it -> names().size() == 3);
    find("#errors").click();
    find("#role option[value=llm]").click();
    browser.await("model calls", it -> text("#found").equals("2 of 7 spans"));
    find("#role option[value='']").click();
    find("#side .times tbody tr").click();
    browser.await("one tool or model", it -> text("#found").matches("[12] of 7 spans"));
  }

  @Test
  void worksWithoutAMouse() throws Exception {
    open(RealTrace.recordedTo(directory.resolve("trace.jsonl")));

    find("body").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    browser.await("second", it -> text("#side h2").equals("reasoning"));
    browser.type(Keys.ARROW_LEFT);
    browser.await("closed", it -> names().size() == 5);
    assertThat(row(1).getAttribute("aria-expanded")).isEqualTo("false");
    browser.type(Keys.ARROW_RIGHT);
    browser.await("open", it -> names().size() == 7);
    browser.type("e");
    browser.await("error", it -> text("#side h2").equals("execute_tool validate"));
    browser.type("z");
    browser.await("zoomed", it -> !texts(".tick").contains("0"));
    browser.type("0", "a", "c");
    browser.await("no arrows, no path", it -> arrows().isEmpty() && it.findAll(".wait").isEmpty());
    browser.type(Keys.ESCAPE);
    browser.await("overview", it -> text("#side h2").equals("Where the time went"));
  }

  @Test
  void remembersTraceAndSpanInItsAddress() throws Exception {
    open(
        write(
            line(
                span("t", "one"), span("u", "two").during(1, 2), span("u", "three").below("two"))));
    assertThat(texts("#traces td.name button")).containsExactly("two", "one");

    browser.findAll("#traces td.name button").get(0).click();
    row(1).click();
    assertThat(browser.evaluate("location.hash"))
        .isEqualTo("#" + hex("u", 32) + "/" + hex("three", 16));
    browser.evaluate("location.reload()");
    browser.await(
        "the same span",
        it -> !it.findAll("#side h2").isEmpty() && text("#side h2").equals("three"));

    find("#all-traces").click();
    browser.fill("#list-search", "one");
    browser.await("found", it -> texts("#traces td.name button").equals(List.of("one")));
  }

  @Test
  void namesAreTextWhateverTheySay() throws Exception {
    String hostile =
        "</script><img src=x onerror=\"document.title='taken'\"> \u202Egnp.exe & 'x' `${1}` __proto__";
    open(
        write(
            line(
                span("t", "a")
                    .name(hostile)
                    .with("openinference.span.kind", "TOOL")
                    .with("tool.name", hostile)
                    .with("__proto__", "value")
                    .with("constructor", hostile)
                    .with("session.id", hostile)
                    .with("llm.output_messages.0.message.tool_calls.99999999.tool_call.id", "x")
                    .event("spanloom.decision", Map.of("spanloom.decision.chosen", hostile))
                    .failed(hostile),
                span("t", "b").name("").during(1, 2).below("absent"))));

    row(0).click();

    assertThat(names()).containsExactly(hostile, "(no name)");
    assertThat(text("#side h2")).isEqualTo(hostile);
    assertThat(text(".decision")).contains(hostile);
    assertThat(text("#side")).contains("__proto__", "constructor");
    assertThat(browser.findAll("img")).isEmpty();
    assertThat(browser.evaluate("document.title")).isEqualTo("trace.jsonl · Spanloom");
    assertThat(row(1).getText()).contains("no parent");
  }

  @Test
  void showsWhatWasLeftOut() throws Exception {
    open(write("{\"resourceMetrics\":[]}", line(span("t", "a")), "{\"resourceSpans\":[<"));

    find("#notes summary").click();

    assertThat(text("#notes"))
        .contains(
            "1 line of metrics, skipped", "1 line that cannot be read", "trace.jsonl, line 3:");
  }

  @Test
  void fiftyThousandSpansAreAFewRowsAtATime() throws Exception {
    open(Gallery.generated(directory.resolve("many.jsonl"), 50_000));

    assertThat(text("#facts")).contains("50,000");
    assertThat(browser.findAll(".row")).hasSizeLessThan(100);
    find("body").sendKeys(Keys.END);
    browser.await("the last span", it -> !it.findAll("#span-49999[aria-selected=true]").isEmpty());
    assertThat(browser.findAll(".row")).hasSizeLessThan(100);
    assertThat(text("#side h2")).isNotEmpty();
    find("#errors").click();
    browser.await("only errors", it -> text("#found").matches("\\d{3} of 50,000 spans"));
    assertThat(browser.findAll(".row")).hasSizeLessThan(100);
    find("#errors").click();
    find("#collapse").click();
    browser.await("closed", it -> names().stream().skip(1).allMatch("reasoning"::equals));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900", "820, 900", "390, 844"})
  void fitsItsWidth(int width, int height) throws Exception {
    Path page = Gallery.page(RealTrace.recordedTo(directory.resolve("trace.jsonl")));
    browser.resize(width, height);
    try {
      for (String scheme : List.of("light", "dark")) {
        browser.prefer(scheme);
        show(page);
        assertThat(overflow()).as("overview").isLessThanOrEqualTo(width);
        row(2).click();
        assertThat(overflow()).as("span").isLessThanOrEqualTo(width);
      }
    } finally {
      browser.resize(1280, 800);
      browser.prefer("light");
    }
  }

  private static long overflow() {
    return ((Number) browser.evaluate("document.documentElement.scrollWidth")).longValue();
  }

  private Path write(String... lines) throws Exception {
    return Files.write(directory.resolve("trace.jsonl"), List.of(lines));
  }

  private static void open(Path file) throws Exception {
    show(Gallery.page(file));
  }

  private static void show(Path page) {
    browser.open(page);
    browser.await(
        "rows or traces",
        it -> !it.findAll(".row").isEmpty() || !it.findAll("#traces td").isEmpty());
  }

  private static WebElement find(String css) {
    return browser.find(css);
  }

  private static WebElement row(int index) {
    return browser.find("#span-" + index);
  }

  private static WebElement jump(String text) {
    return browser.findAll("#side .jump").stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names() {
    return texts(".row .label");
  }

  private static String text(String css) {
    return browser.find(css).getAttribute("innerText").replace('\u00a0', ' ').strip();
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(String css) {
    return (List<String>)
        browser.evaluate(
            "[...document.querySelectorAll(\"" + css + "\")].map(each => each.textContent)");
  }

  @SuppressWarnings("unchecked")
  private static List<String> arrows() {
    return (List<String>)
        browser.evaluate(
            "[...document.querySelectorAll('#links path')].map(it => it.dataset.from + '-' + it.dataset.to)");
  }
}
