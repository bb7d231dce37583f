package io.spanloom.weaver.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.page.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** Clicks through {@code index.html} in a real browser. */
class ModelPageTest {

  /** {@code -Dpictures=true} leaves pictures of the page in {@code target/pictures}. */
  private static final boolean PICTURES = Boolean.getBoolean("pictures");

  private static Browser browser;

  @TempDir Path directory;

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
  void showsTheTreeAndTheDetailsOfASpan() throws Exception {
    open(SampleReports.ordinary());

    assertThat(names())
        .containsExactly(
            "invoke_agent research",
            "step {n}",
            "chat {gen_ai.request.model}",
            "execute_tool case_search",
            "chat {gen_ai.request.model}",
            "execute_tool case_search",
            "execute_tool case_search",
            "think",
            "execute_tool validate");
    assertThat(text("#details")).contains("com.acme:research:1.2", "1.41.1", "[OutsideRun]");

    row("invoke_agent research").click();

    assertThat(text("#details h2")).isEqualTo("invoke_agent research");
    assertThat(text("#details"))
        .contains("com.acme.Research.answer(String, String)", "Research.java:12")
        .contains("“research”", "always, at the start", "where content is recorded");
    assertThat(browser.find("#details .chip.warn").getText()).isEqualTo("content");
    assertThat(browser.find("[aria-selected=true] .name").getText())
        .isEqualTo("invoke_agent research");
  }

  @Test
  void leadsFromASpanToItsParentsAndChildren() throws Exception {
    open(SampleReports.ordinary());
    row("invoke_agent research").click();

    jump("execute_tool case_search").click();

    assertThat(text("#details h2")).isEqualTo("execute_tool case_search");
    assertThat(text("#details")).contains("Searches case law.", "from a parameter");
    jump("step {n}").click();
    assertThat(text("#details h2")).isEqualTo("step {n}");
  }

  @Test
  void remembersTheSpanInItsAddress() throws Exception {
    Path page = open(SampleReports.ordinary());
    row("execute_tool validate").click();
    String address = (String) browser.evaluate("location.hash");

    browser.evaluate("location.reload()");
    browser.await("the same span again", it -> text("#details h2").equals("execute_tool validate"));

    assertThat(address).isEqualTo("#com.acme.Tools%24Cases.validate");
    assertThat(page).exists();
  }

  @Test
  void hintsLookLessAlarmingThanFindings() throws Exception {
    open(SampleReports.ordinary());

    assertThat(texts(".remark.warn")).containsExactly("⚠");
    assertThat(texts(".remark.hint")).containsExactly("ⓘ");
    assertThat(texts(".finding:not(.hint)")).singleElement().asString().contains("OutsideRun");
    assertThat(texts(".finding.hint")).singleElement().asString().contains("UnreachedPublicSpan");
  }

  @Test
  void findsByNameKeyAndClass() throws Exception {
    open(SampleReports.ordinary());

    browser.type("/");
    browser.fill("#search", "CASE_sea");
    assertThat(text("#found")).isEqualTo("1 of 6 spans");
    assertThat(browser.find("mark").getText()).isEqualTo("case_sea");
    assertThat(names()).doesNotContain("think", "execute_tool validate");

    browser.fill("#search", "app.top_k");
    assertThat(text("#found")).isEqualTo("1 of 6 spans");
    browser.fill("#search", "acme.research");
    assertThat(text("#found")).isEqualTo("2 of 6 spans");
    browser.fill("#search", "no such thing");
    assertThat(names()).isEmpty();
    assertThat(text("#nothing")).contains("No span matches");

    browser.type(Keys.ESCAPE);
    assertThat(names()).hasSize(9);
    assertThat(text("#found")).isEmpty();
  }

  @Test
  void findsByKind() throws Exception {
    open(SampleReports.ordinary());

    browser.find("#kind option[value=LLM]").click();

    assertThat(text("#found")).isEqualTo("1 of 6 spans");
    assertThat(names()).contains("chat {gen_ai.request.model}").doesNotContain("think");
  }

  @Test
  void attributeLeadsToTheSpansThatCarryIt() throws Exception {
    open(SampleReports.ordinary());

    jump("gen_ai.tool.call.id").click();

    assertThat(text("#found")).isEqualTo("2 of 6 spans");
  }

  @Test
  void keysMoveThroughTheTree() throws Exception {
    open(SampleReports.ordinary());
    row("invoke_agent research").click();

    browser.type(Keys.ARROW_DOWN);
    assertThat(text("#details h2")).isEqualTo("step {n}");
    browser.type(Keys.ARROW_LEFT);
    assertThat(names()).hasSize(5);
    browser.type(Keys.ARROW_RIGHT);
    browser.type(Keys.ARROW_RIGHT);
    assertThat(text("#details h2")).isEqualTo("chat {gen_ai.request.model}");
    browser.type(Keys.ARROW_LEFT);
    assertThat(text("#details h2")).isEqualTo("step {n}");
    browser.type(Keys.END);
    assertThat(text("#details h2")).isEqualTo("execute_tool validate");
    browser.type(Keys.ARROW_DOWN);
    assertThat(text("#details h2")).isEqualTo("execute_tool validate");
    browser.type(Keys.HOME);
    assertThat(text("#details h2")).isEqualTo("invoke_agent research");
    assertThat(browser.findAll("[role=treeitem][tabindex='0']")).hasSize(1);
  }

  @Test
  void closesAndOpensAll() throws Exception {
    open(SampleReports.ordinary());

    browser.find("#collapse").click();
    assertThat(names()).containsExactly("invoke_agent research", "think", "execute_tool validate");
    browser.find("#expand").click();
    assertThat(names()).hasSize(9);
    browser.find("[role=treeitem] .twisty").click();
    assertThat(names()).hasSize(3);
  }

  @Test
  void showsAToolsSchemaToCopy() throws Exception {
    open(SampleReports.ordinary());
    row("execute_tool case_search").click();

    assertThat(text(".schema")).contains("\"query\": {\n      \"type\": \"string\"");
    WebElement copy = browser.find("#details .section .small");
    copy.click();
    browser.await("an answer", it -> copy.getText().matches("Copied|Cannot copy"));
  }

  @Test
  void isLightOrDarkAsThePersonLikes() throws Exception {
    browser.prefer("dark");
    open(SampleReports.ordinary());
    Object dark = background();

    browser.find("#theme").click();
    Object light = background();
    browser.prefer("light");
    browser.find("#theme").click();

    assertThat(light).isEqualTo("rgb(255, 255, 255)");
    assertThat(dark).isEqualTo("rgb(20, 23, 28)").isEqualTo(background());
  }

  @ParameterizedTest
  @CsvSource({"1440, 900", "800, 1000", "360, 740"})
  void fitsEveryWidth(int width, int height) throws Exception {
    browser.resize(width, height);
    for (ModuleReport report :
        List.of(SampleReports.ordinary(), SampleReports.hostile(), SampleReports.empty())) {
      for (String scheme : PICTURES ? List.of("light", "dark") : List.of("light")) {
        browser.prefer(scheme);
        open(report);
        assertThat(overflow()).as("overview").isLessThanOrEqualTo(width);
        picture("overview", report, width, scheme);
        for (WebElement row : browser.findAll(".line").stream().limit(4).toList()) {
          row.click();
          assertThat(overflow()).as(row.getText()).isLessThanOrEqualTo(width);
        }
        picture("span", report, width, scheme);
      }
    }
    browser.resize(1280, 800);
  }

  @Test
  void onAPhoneAChosenSpanComesIntoSight() throws Exception {
    browser.resize(360, 740);
    open(SampleReports.big(60));

    row("execute_tool tool_0030").click();

    assertThat(
            (Boolean)
                browser.evaluate(
                    "document.querySelector('#details h2').getBoundingClientRect().top < 200"))
        .isTrue();
    browser.find(".back").click();
    assertThat(browser.evaluate("window.scrollY")).isEqualTo(0L);
    browser.resize(1280, 800);
  }

  @Test
  void nothingThatANameSaysIsMarkup() throws Exception {
    open(SampleReports.hostile());

    assertThat(names()).contains(SampleReports.HOSTILE.strip().replace(" \u2028", ""));
    browser.findAll(".line").get(1).click();
    assertThat(browser.findAll("img")).isEmpty();
    assertThat(text("#details")).contains("onerror=alert(1)");
  }

  @Test
  void fiveHundredSpansAreThereAndFoundAtOnce() throws Exception {
    open(SampleReports.big(500));

    assertThat(browser.findAll("[role=treeitem]")).hasSize(500);
    browser.fill("#search", "tool_0499");
    assertThat(text("#found")).isEqualTo("1 of 500 spans");
  }

  @Test
  void aModuleWithoutSpansSaysSo() throws Exception {
    open(SampleReports.empty());

    assertThat(text("#nothing")).isEqualTo("No method of this module is traced.");
  }

  @Test
  void printsAllSpans() throws Exception {
    open(SampleReports.ordinary());

    browser.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.findAll("#print article")).hasSize(7);
    browser.evaluate("window.dispatchEvent(new Event('afterprint'))");
    assertThat(browser.findAll("#print article")).isEmpty();
  }

  private Path open(ModuleReport report) throws IOException {
    Path page = directory.resolve("index.html");
    Files.writeString(page, ModelPage.render(report));
    browser.open(page);
    return page;
  }

  private static void picture(String what, ModuleReport report, int width, String scheme)
      throws IOException {
    if (!PICTURES) {
      return;
    }
    String name = report.blueprint().gaps().isEmpty() ? "ordinary" : "hostile";
    String kind = report.blueprint().nodes().isEmpty() ? "empty" : name;
    Path pictures = Files.createDirectories(Path.of("target/pictures"));
    Files.write(
        pictures.resolve("model-%s-%s-%d-%s.png".formatted(kind, what, width, scheme)),
        browser.screenshot());
  }

  private static List<String> names() {
    return texts(".line .name");
  }

  private static List<String> texts(String css) {
    return browser.findAll(css).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  private static WebElement row(String name) {
    return named(".line .name", name);
  }

  private static WebElement jump(String name) {
    return named("#details .jump", name);
  }

  private static WebElement named(String css, String name) {
    return browser.findAll(css).stream()
        .filter(each -> each.getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(String css) {
    return browser.find(css).getText();
  }

  private static Object background() {
    return browser.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  /** How wide the widest thing on the page is. */
  private static int overflow() {
    Object width =
        browser.evaluate(
            """
            Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('#details, #tree')]
                .map(each => each.getBoundingClientRect().left + each.scrollWidth))\
            """);
    return ((Number) width).intValue();
  }
}
