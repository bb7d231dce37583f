package io.spanloom.weaver.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  private static final String HOSTILE = "</script><script>alert('1')</script><!-- \u2028 \"&";

  @Test
  void dataCannotLeaveItsBlock() throws IOException {
    String json = new ObjectMapper().writeValueAsString(Map.of("name", HOSTILE));

    String page = written(HtmlPage.titled("t").data("spans", json));

    assertThat(page).doesNotContain("</script><script>alert").doesNotContain("<!--");
    String block = between(page, "id=\"spans\">", "</script>");
    assertThat(new ObjectMapper().readTree(block).path("name").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void titleIsText() throws IOException {
    assertThat(written(HtmlPage.titled("</title><b>\"x\" & y")))
        .contains("<title>&lt;/title&gt;&lt;b&gt;&quot;x&quot; &amp; y</title>");
  }

  @Test
  void loadsNothingFromAnywhere() throws IOException {
    String page = written(HtmlPage.titled("t"));

    assertThat(page).contains("default-src 'none'").doesNotContain("unsafe-inline");
    assertThat(page).doesNotContain("src=").doesNotContain("@import").doesNotContain("url(");
  }

  @Test
  void missingResourceIsAnError() {
    assertThatThrownBy(() -> written(HtmlPage.titled("t").script("absent.js")))
        .hasMessageContaining("absent.js");
  }

  private static String written(HtmlPage page) throws IOException {
    StringWriter text = new StringWriter();
    page.writeTo(text);
    return text.toString();
  }

  private static String between(String text, String start, String end) {
    Matcher found =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(text);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
