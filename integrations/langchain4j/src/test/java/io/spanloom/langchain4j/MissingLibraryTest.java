package io.spanloom.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.TokenUsage;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.result.ResultWrapper;
import io.spanloom.retrieval.DocumentAdapter;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Programs have what they need of LangChain4j, not all of it. */
class MissingLibraryTest {

  private static final Pattern OTHER_MODULES =
      Pattern.compile(
          "[/\\\\]langchain4j-(?!core)[^/\\\\]*\\.jar|[/\\\\]langchain4j-\\d[^/\\\\]*\\.jar");

  @Test
  void theCoreAloneIsEnough() throws Exception {
    try (URLClassLoader loader = programWithoutOtherModules()) {
      Callable<?> program =
          (Callable<?>)
              loader.loadClass(Program.class.getName()).getDeclaredConstructor().newInstance();

      assertThat(program.call().toString())
          .contains("ChatResponse", "AiMessage", "StreamedPart", "EmbeddingSearchResult")
          .contains("3 tokens of null", "unresolved signatures: []")
          .doesNotContain("service.Result", "service.TokenStream");
    }
  }

  private static URLClassLoader programWithoutOtherModules() throws IOException {
    List<URL> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!OTHER_MODULES.matcher(entry).find()) {
        entries.add(Path.of(entry).toUri().toURL());
      }
    }
    assertThat(entries).anyMatch(entry -> entry.toString().contains("langchain4j-core"));
    return new URLClassLoader(entries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Asks all services what they are for, and reads a request and its usage. */
  public static final class Program implements Callable<List<String>> {

    @Override
    public List<String> call() throws Exception {
      List<String> lines = new ArrayList<>();
      for (LlmAdapter<?, ?> adapter :
          ServiceLoader.load(LlmAdapter.class, getClass().getClassLoader())) {
        lines.add(adapter.requestType() + " " + adapter.responseType());
      }
      for (LlmStreamAdapter<?> adapter :
          ServiceLoader.load(LlmStreamAdapter.class, getClass().getClassLoader())) {
        lines.add(adapter.chunkType().getName());
      }
      for (EmbeddingAdapter<?, ?> adapter :
          ServiceLoader.load(EmbeddingAdapter.class, getClass().getClassLoader())) {
        lines.add(adapter.requestType() + " " + adapter.responseType());
      }
      for (DocumentAdapter<?> adapter :
          ServiceLoader.load(DocumentAdapter.class, getClass().getClassLoader())) {
        lines.add(adapter.type().getName());
      }
      for (ResultWrapper<?> wrapper :
          ServiceLoader.load(ResultWrapper.class, getClass().getClassLoader())) {
        lines.add(wrapper.type().getName());
      }
      ChatRequest request = ChatRequest.builder().messages(UserMessage.from("Hello")).build();
      String provider = new ChatAdapter().request(request).provider();
      lines.add(ResponseMetadata.usage(new TokenUsage(3)).input() + " tokens of " + provider);
      lines.add("unresolved signatures: " + OptionalClasses.unresolvedOthers());
      return lines;
    }
  }
}
