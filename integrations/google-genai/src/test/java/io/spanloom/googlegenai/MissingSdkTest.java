package io.spanloom.googlegenai;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.spanloom.Spanloom;
import io.spanloom.annotations.LlmCall;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The integration's jar without the SDK is of no use, and of no harm. */
class MissingSdkTest {

  @Test
  void modelCallsAreTracedWithoutIt() throws Exception {
    try (URLClassLoader withoutSdk =
        new URLClassLoader(classPathWithoutSdk(), ClassLoader.getPlatformClassLoader())) {
      Callable<?> program =
          (Callable<?>)
              withoutSdk.loadClass(Program.class.getName()).getDeclaredConstructor().newInstance();

      assertThat(program.call()).isEqualTo("Hello from a model");
    }
  }

  private static URL[] classPathWithoutSdk() throws MalformedURLException {
    List<URL> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!Path.of(entry).getFileName().toString().startsWith("google-genai-")) {
        entries.add(Path.of(entry).toUri().toURL());
      }
    }
    return entries.toArray(URL[]::new);
  }

  /** A program that asks a model in a way of its own. */
  public static final class Program implements Callable<String> {

    @Override
    public String call() {
      Spanloom.install(OpenTelemetrySdk.builder().build());
      return ask("Hello");
    }

    @LlmCall(model = "m", provider = "p")
    String ask(String prompt) {
      return prompt + " from a model";
    }
  }
}
