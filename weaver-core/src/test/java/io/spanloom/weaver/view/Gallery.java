package io.spanloom.weaver.view;

import static io.spanloom.weaver.trace.Otlp.line;
import static io.spanloom.weaver.trace.Otlp.span;

import io.spanloom.weaver.trace.Otlp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Pages to look at. */
final class Gallery {

  private static final String[] TOOLS = {"search", "fetch", "rank", "validate", "summarize"};

  private Gallery() {}

  /** Writes the page of a file of traces. */
  static Path page(Path file) throws ViewException {
    return new TraceView(ViewRequest.of(file.toString(), null))
        .write(InputStream.nullInputStream())
        .page();
  }

  /** One trace of agents, turns, model calls and tools, the same for the same number of spans. */
  static Path generated(Path file, int spans) {
    Random random = new Random(42);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(
          line(
                  span("t", "root")
                      .name("invoke_agent many")
                      .during(0, spans * 10L)
                      .with("gen_ai.operation.name", "invoke_agent"))
              + "\n");
      int made = 1;
      for (int turn = 0; made < spans; turn++) {
        long at = turn * 60L;
        String id = "r" + turn;
        out.write(
            line(
                    span("t", id)
                        .name("reasoning")
                        .below("root")
                        .during(at, at + 60)
                        .with("openinference.span.kind", "CHAIN"))
                + "\n");
        made++;
        made += turn(out, random, turn, at, spans - made);
      }
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int turn(Writer out, Random random, int turn, long at, int room)
      throws IOException {
    if (room < 1) {
      return 0;
    }
    String model = "m" + turn;
    int tools = Math.min(room - 1, 4);
    Otlp call =
        span("t", model)
            .name("chat big-model")
            .below("r" + turn)
            .during(at, at + 25)
            .with(usage(random));
    for (int tool = 0; tool < tools; tool++) {
      call.with(
          "llm.output_messages.0.message.tool_calls." + tool + ".tool_call.id",
          "call_" + turn + "_" + tool);
    }
    out.write(line(call) + "\n");
    for (int tool = 0; tool < tools; tool++) {
      String name = TOOLS[random.nextInt(TOOLS.length)];
      Otlp span =
          span("t", turn + "t" + tool)
              .name("execute_tool " + name)
              .below("r" + turn)
              .during(at + 25, at + 26 + random.nextInt(34))
              .with("gen_ai.operation.name", "execute_tool")
              .with("gen_ai.tool.name", name)
              .with("gen_ai.tool.call.id", "call_" + turn + "_" + tool)
              .with(
                  "gen_ai.tool.call.arguments",
                  "{\"query\":\"" + "word ".repeat(20) + turn + "\"}");
      out.write(line(random.nextInt(50) == 0 ? span.failed("no answer") : span) + "\n");
    }
    return 1 + tools;
  }

  private static Map<String, Object> usage(Random random) {
    return Map.of(
        "gen_ai.operation.name",
        "chat",
        "gen_ai.request.model",
        "big-model",
        "gen_ai.usage.input_tokens",
        500L + random.nextInt(2000),
        "gen_ai.usage.output_tokens",
        20L + random.nextInt(200),
        "llm.cost.total",
        random.nextDouble() / 1000);
  }
}
