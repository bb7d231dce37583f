package io.spanloom.weaver.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One HTML file that needs nothing else: its styles, its script and its data are inside.
 *
 * <p>The page's content security policy allows exactly this script and these styles, by their
 * digests, and no network. Whatever the data says, it is never markup: it lies in JSON blocks that
 * cannot be closed from within, and scripts put it into the page as text.
 */
public final class HtmlPage {

  private static final String RESOURCES = "/io/spanloom/weaver/page/";

  private final String title;
  private final List<String> styles = new ArrayList<>(List.of("base.css"));
  private final List<String> scripts = new ArrayList<>(List.of("base.js"));
  private final Map<String, String> data = new LinkedHashMap<>();
  private String body = "";

  private HtmlPage(String title) {
    this.title = title;
  }

  /** A page with our looks and nothing on it. */
  public static HtmlPage titled(String title) {
    return new HtmlPage(title);
  }

  /** Adds a style sheet, a resource beside {@code base.css}. */
  public HtmlPage style(String resource) {
    styles.add(resource);
    return this;
  }

  /** Adds a script, a resource beside {@code base.js}; scripts run in the order they are added. */
  public HtmlPage script(String resource) {
    scripts.add(resource);
    return this;
  }

  /** Sets the markup of the body. It comes from us; what others wrote belongs into data. */
  public HtmlPage body(String markup) {
    this.body = markup;
    return this;
  }

  /** Sets the markup of the body to a resource's. */
  public HtmlPage bodyFrom(String resource) {
    return body(resource(resource));
  }

  /** Adds a block of JSON, which scripts read as {@code Page.data(id)}. */
  public HtmlPage data(String id, String json) {
    data.put(id, json);
    return this;
  }

  /** Writes the page. */
  public void writeTo(Writer out) throws IOException {
    String style = joined(styles);
    String script = "'use strict';\n" + joined(scripts);
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    out.write(policy(style, script));
    out.write("\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    out.write(escaped(title));
    out.write("</title>\n<style>" + style + "</style>\n</head>\n<body>\n");
    out.write(body);
    for (Map.Entry<String, String> block : data.entrySet()) {
      out.write("\n<script type=\"application/json\" id=\"" + escaped(block.getKey()) + "\">");
      // In JSON this character is found in strings only, where the escape means the same.
      out.write(block.getValue().replace("<", "\\u003c"));
      out.write("</script>");
    }
    out.write("\n<script>" + script + "</script>\n</body>\n</html>\n");
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(digest(style), digest(script));
  }

  private static String digest(String inline) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String joined(List<String> resources) {
    StringBuilder text = new StringBuilder();
    resources.forEach(name -> text.append(resource(name)));
    return text.toString();
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalArgumentException("No resource " + RESOURCES + name);
      }
      // A carriage return would not survive the HTML parser, and the digest would no longer match.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
