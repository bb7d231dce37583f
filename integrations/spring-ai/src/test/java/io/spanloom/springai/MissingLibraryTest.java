package io.spanloom.springai;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.Signatures;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmStreamAdapter;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.prompt.Prompt;

/** Programs have what they need of Spring AI, not all of it. */
class MissingLibraryTest {

  @Test
  void noProvidersModuleIsNeeded() throws Exception {
    try (URLClassLoader loader =
        programWithout(
            "spring-ai-openai", "spring-ai-anthropic", "anthropic-java", "spring-ai-client-chat")) {
      Callable<?> program =
          (Callable<?>)
              loader.loadClass(Program.class.getName()).getDeclaredConstructor().newInstance();

      assertThat(program.call().toString())
          .contains("model.ChatResponse", "model.ChatResponse in parts", "3 tokens of null")
          .contains("unresolved signatures: []");
    }
  }

  private static URLClassLoader programWithout(String... modules) throws IOException {
    List<URL> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (List.of(modules).stream().noneMatch(entry::contains)) {
        entries.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(entries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Asks the services what they are for, and reads a request and its usage. */
  public static final class Program implements Callable<List<String>> {

    @Override
    public List<String> call() throws Exception {
      ClassLoader loader = getClass().getClassLoader();
      List<String> lines = new ArrayList<>();
      for (LlmAdapter<?, ?> adapter : ServiceLoader.load(LlmAdapter.class, loader)) {
        lines.add(adapter.responseType().getName());
      }
      for (LlmStreamAdapter<?> adapter : ServiceLoader.load(LlmStreamAdapter.class, loader)) {
        lines.add(adapter.chunkType().getName() + " in parts");
      }
      LlmRequest request = new ChatAdapter().request(new Prompt("Hello"));
      lines.add(Usages.read(new DefaultUsage(3, 0)).input() + " tokens of " + request.provider());
      lines.add("unresolved signatures: " + Signatures.unresolved(ChatAdapter.class));
      return lines;
    }
  }
}
