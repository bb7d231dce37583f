package io.spanloom.googlegenai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler warns of streams that are read by their caller alone. */
class UnreadStreamTest {

  @TempDir Path output;

  @Test
  void theWarningNamesTheTypeToDeclareInsteadOfAResponseStream() {
    assertThat(warnings("ResponseStream<GenerateContentResponse>"))
        .containsExactly(
            "[LlmCallWithoutUsage] A model call's tokens and tool calls are read from its result."
                + " 'say' returns a stream of a class that nothing can stand in for, to read along."
                + " Declare the result Iterable<GenerateContentResponse>, or a Stream where the"
                + " caller closes it early.");
    assertThat(warnings("CompletableFuture<ResponseStream<GenerateContentResponse>>"))
        .singleElement()
        .asString()
        .contains("Declare the result Iterable<GenerateContentResponse>");
  }

  @Test
  void whatIsReadIsNoneOfIt() {
    assertThat(warnings("Iterable<GenerateContentResponse>")).isEmpty();
    assertThat(warnings("Stream<GenerateContentResponse>")).isEmpty();
    assertThat(warnings("GenerateContentResponse")).isEmpty();
  }

  private List<String> warnings(String result) {
    List<String> found = new ArrayList<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        javac.getTask(
            null,
            null,
            diagnostic -> found.add(diagnostic.getMessage(Locale.ROOT)),
            List.of("-cp", System.getProperty("java.class.path"), "-d", output.toString()),
            null,
            List.of(new Source(result)));
    task.setProcessors(List.of(spanloom()));
    assertThat(task.call()).as(found.toString()).isTrue();
    return found.stream().filter(message -> message.startsWith("[")).toList();
  }

  private static Processor spanloom() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(provider -> provider.type().getName().startsWith("io.spanloom."))
        .map(ServiceLoader.Provider::get)
        .findFirst()
        .orElseThrow();
  }

  /** A class with a model call that returns what is said. */
  private static final class Source extends SimpleJavaFileObject {
    private final String result;

    Source(String result) {
      super(URI.create("string:///Voice.java"), Kind.SOURCE);
      this.result = result;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return """
      import com.google.genai.ResponseStream;
      import com.google.genai.types.GenerateContentResponse;
      import io.spanloom.annotations.LlmCall;
      import java.util.concurrent.CompletableFuture;
      import java.util.stream.Stream;

      class Voice {
        @LlmCall %s say() { return null; }
      }
      """
          .formatted(result);
    }
  }
}
