package io.spanloom.weaver.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports as files; {@code ModelPageTest} looks at the page. */
class ReportFilesTest {

  private static final Path EXPECTED = Path.of("src/test/resources/report");
  private static final Path REGISTRY_SCHEMA = EXPECTED.resolve("registry.schema.json");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"SPANS.md", "model.json", "registry.yaml"})
  void writes(String name) throws Exception {
    ReportFiles.write(SampleReports.ordinary(), directory);

    String text = Files.readString(directory.resolve(name));
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("golden.update is for people").isNull();
      Files.writeString(EXPECTED.resolve(name), text);
    }
    assertThat(text).isEqualTo(Files.readString(EXPECTED.resolve(name)));
  }

  @Test
  void writesTheSameForTheSame() throws Exception {
    List<Path> files = ReportFiles.write(SampleReports.hostile(), directory);
    Path other = Files.createDirectories(directory.resolve("other"));

    ReportFiles.write(SampleReports.hostile(), other);

    assertThat(files).hasSize(4);
    for (Path file : files) {
      assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void markdownShowsNamesAsTheyAre() throws Exception {
    String html = html(SampleReports.hostile());

    assertThat(html)
        .doesNotContain("<img")
        .doesNotContain("<strong>bold")
        .doesNotContain("<script");
    assertThat(html).doesNotContain("<em>bold").doesNotContain("http://x\"").doesNotContain("<!--");
    assertThat(html)
        .contains(
            "<code>a&quot;b'c&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; | `code` ``two``");
    assertThat(html)
        .as("the description")
        .contains(
            "alert(1)&gt; | `code` ``two`` *bold* [link](http://x) &lt;!-- &amp; \\ # - : {x}");
  }

  @Test
  void everyRowOfAMarkdownTableHasAllCells() throws Exception {
    String html = html(SampleReports.hostile());

    assertThat(html.split("<table>")).hasSizeGreaterThan(6);
    assertThat(html).doesNotContain("<td></td>\n</tr>");
    assertThat(html.lines().filter(line -> line.startsWith("|"))).isEmpty();
  }

  @Test
  void linksOfMarkdownLead() throws Exception {
    String html = html(SampleReports.ordinary());
    Set<String> targets = found(html, "href=\"#", "\"");

    assertThat(targets).hasSize(6).isSubsetOf(found(html, "id=\"", "\""));
  }

  private static Set<String> found(String text, String start, String end) {
    Set<String> found = new TreeSet<>();
    for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      int from = at + start.length();
      found.add(text.substring(from, text.indexOf(end, from)));
    }
    return found;
  }

  private static String html(ModuleReport report) {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    String markdown = MarkdownReport.render(report);
    return HtmlRenderer.builder()
        .extensions(tables)
        .build()
        .render(Parser.builder().extensions(tables).build().parse(markdown));
  }

  @Test
  void registryIsWrittenAsWeaverReadsIt() throws Exception {
    for (ModuleReport report : reports()) {
      assertThat(errors(REGISTRY_SCHEMA, RegistryYaml.render(report))).isEmpty();
    }
  }

  @Test
  void registryFitsThePublishedSchema() throws Exception {
    String published = System.getProperty("semconv.schema");
    assumeThat(published)
        .as("-Dsemconv.schema names open-telemetry/weaver's schemas/semconv.schema.json")
        .isNotNull();
    for (ModuleReport report : reports()) {
      assertThat(errors(Path.of(published), RegistryYaml.render(report))).isEmpty();
    }
  }

  @Test
  void whatIsNoRegistryIsNotTakenForOne() throws Exception {
    String yaml = RegistryYaml.render(SampleReports.ordinary());

    assertThat(errors(REGISTRY_SCHEMA, yaml.replace("span_kind", "kind"))).isNotEmpty();
    assertThat(errors(REGISTRY_SCHEMA, yaml.replace("\"int\"", "\"long\""))).isNotEmpty();
  }

  @Test
  void everyReferenceOfTheRegistryIsOursOrOpenTelemetrys() throws Exception {
    JsonNode registry = new YAMLMapper().readTree(RegistryYaml.render(SampleReports.hostile()));
    Set<String> defined = new TreeSet<>(registry.findValuesAsText("id"));
    List<String> references = registry.findValuesAsText("ref");

    assertThat(references).contains(SampleReports.HOSTILE_KEY, "gen_ai.tool.call.id");
    assertThat(references)
        .allSatisfy(
            key ->
                assertThat(defined.contains(key))
                    .as(key)
                    .isNotEqualTo(key.startsWith("gen_ai.") || key.equals("session.id")));
  }

  private static List<Error> errors(Path schema, String yaml) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(schema))
        .validate(yaml, InputFormat.YAML);
  }

  private static List<ModuleReport> reports() throws Exception {
    return List.of(
        SampleReports.ordinary(),
        SampleReports.hostile(),
        SampleReports.big(30),
        SampleReports.empty());
  }

  @Test
  void modelNamesOnlySpansItHas() throws Exception {
    JsonNode model = new JsonMapper().readTree(ModelJson.of(SampleReports.ordinary()).toString());
    Set<String> ids = new TreeSet<>(model.path("spans").findValuesAsText("id"));
    List<String> named =
        Stream.of("parent", "child", "span")
            .flatMap(it -> model.findValuesAsText(it).stream())
            .toList();

    assertThat(ids).containsAll(named);
    model.path("roots").forEach(root -> assertThat(ids).contains(root.asText()));
  }

  @Test
  void aModuleWithoutSpansIsReported() throws Exception {
    ReportFiles.write(SampleReports.empty(), directory);

    assertThat(directory.resolve("SPANS.md"))
        .content(UTF_8)
        .contains("No method of this module is traced.");
  }
}
