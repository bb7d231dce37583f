package io.spanloom.weaver.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.blueprint.Finding;
import io.spanloom.weaver.blueprint.Lint;
import io.spanloom.weaver.blueprint.SpanEdge;
import io.spanloom.weaver.blueprint.SpanEdge.Via;
import io.spanloom.weaver.blueprint.SpanNode;
import io.spanloom.weaver.blueprint.ToolCallIdSource;
import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reports to look at: an ordinary one, one with names that want to break out, and a big one. */
final class SampleReports {

  /** Everything that Markdown, HTML, YAML or a script could take for its own. */
  static final String HOSTILE =
      "a\"b'c</script><img src=x onerror=alert(1)> | `code` ``two`` *bold* [link](http://x) <!-- & \\ # - : {x} \u2028";

  /** The compiler refuses keys with control characters, and hardly anything else. */
  static final String HOSTILE_KEY = HOSTILE.replace(" \u2028", "");

  private static final Path SAMPLE = Path.of("src/test/resources/report/span-model.json");
  private static final String AGENT = "com.acme.Research.answer";

  private SampleReports() {}

  /** An agent that marks its own steps, a model call, tools, one of them its own caller. */
  static ModuleReport ordinary() throws IOException, SpanModelException {
    SpanModel model = model();
    List<SpanNode> nodes = new ArrayList<>();
    model.spans().forEach(span -> nodes.add(node(span, "research")));
    SpanNode agent = nodes.get(0);
    nodes.add(
        new SpanNode(AGENT + "/step", "research", "step {n}", "TASK", agent.source(), null, null));
    String think = nodes.get(1).id();
    String search = nodes.get(2).id();
    String summarize = nodes.get(3).id();
    String validate = nodes.get(4).id();
    return report(
        model,
        nodes,
        List.of(
            new SpanEdge(agent.id(), AGENT + "/step", Via.CALL, false),
            new SpanEdge(AGENT + "/step", summarize, Via.CALL, false),
            new SpanEdge(AGENT + "/step", search, Via.REQUEST, false),
            new SpanEdge(agent.id(), search, Via.CALL, false),
            new SpanEdge(search, summarize, Via.CALL, false),
            new SpanEdge(search, search, Via.CALL, true)),
        List.of(agent.id(), think, validate),
        List.of(
            new Finding(
                Lint.OUTSIDE_RUN,
                validate,
                "nothing above it is one",
                model.spans().get(4).source()),
            new Finding(
                Lint.UNREACHED_PUBLIC_SPAN,
                think,
                "no code in sight calls it",
                model.spans().get(1).source())));
  }

  /** Names, descriptions, keys and values that nothing may take for markup. */
  static ModuleReport hostile() throws IOException, SpanModelException {
    SpanModel model = model();
    String text =
        Files.readString(SAMPLE)
            .replace("execute_tool case_search", json(HOSTILE))
            .replace("Searches case law.", json(HOSTILE))
            .replace("app.top_k", json(HOSTILE_KEY))
            .replace("\"research\"", "\"" + json(HOSTILE) + "\"")
            .replace("Research.java", json("R<b>|" + "x".repeat(200) + ".java"));
    SpanModel hostile = SpanModelReader.parse(SAMPLE, text.getBytes(UTF_8));
    List<SpanNode> nodes = hostile.spans().stream().map(span -> node(span, HOSTILE)).toList();
    Blueprint blueprint =
        new Blueprint(
            HOSTILE,
            nodes,
            List.of(new SpanEdge(nodes.get(0).id(), nodes.get(2).id(), Via.CALL, false)),
            List.of(nodes.get(0).id(), nodes.get(1).id(), nodes.get(3).id(), nodes.get(4).id()),
            List.of(
                new Finding(
                    Lint.UNREACHED_SPAN, nodes.get(2).id(), HOSTILE, nodes.get(2).source())),
            List.of(HOSTILE));
    return new ModuleReport("com.acme", HOSTILE, "1", model.conventions(), blueprint);
  }

  /** Agents with tools, many of them, deep and wide. */
  static ModuleReport big(int spans) throws IOException, SpanModelException {
    SpanModel model = model();
    SpanDefinition tool = model.spans().get(2);
    List<SpanNode> nodes =
        IntStream.range(0, spans)
            .mapToObj(
                i ->
                    new SpanNode(
                        "com.acme.Tools.tool%04d".formatted(i),
                        "research",
                        "execute_tool tool_%04d".formatted(i),
                        "TOOL",
                        tool.source(),
                        ToolCallIdSource.PENDING,
                        tool))
            .toList();
    List<SpanEdge> edges =
        IntStream.range(1, spans)
            .mapToObj(i -> new SpanEdge(nodes.get(i / 3).id(), nodes.get(i).id(), Via.CALL, false))
            .toList();
    return report(model, nodes, edges, List.of(nodes.get(0).id()), List.of());
  }

  static ModuleReport empty() throws IOException, SpanModelException {
    return report(model(), List.of(), List.of(), List.of(), List.of());
  }

  private static ModuleReport report(
      SpanModel model,
      List<SpanNode> nodes,
      List<SpanEdge> edges,
      List<String> roots,
      List<Finding> findings) {
    return new ModuleReport(
        "com.acme",
        "research",
        "1.2",
        model.conventions(),
        new Blueprint("research", nodes, edges, roots, findings, List.of()));
  }

  private static SpanNode node(SpanDefinition span, String artifact) {
    ToolCallIdSource toolCallIdSource =
        span.toolCallId() == null
            ? null
            : span.toolCallId().equals("parameter")
                ? ToolCallIdSource.PARAMETER
                : ToolCallIdSource.PENDING;
    return new SpanNode(
        span.className() + "." + span.method(),
        artifact,
        span.spanName(),
        span.kind(),
        span.source(),
        toolCallIdSource,
        span);
  }

  private static SpanModel model() throws IOException, SpanModelException {
    return SpanModelReader.parse(SAMPLE, Files.readAllBytes(SAMPLE));
  }

  private static String json(String text) {
    String quoted = new TextNode(text).toString();
    return quoted.substring(1, quoted.length() - 1);
  }
}
