package io.spanloom.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The integration's jar without Reactor is of no use, and of no harm. */
class MissingReactorTest {

  @Test
  void theWrappersAreLeftOutAndToldOf() throws Exception {
    List<Throwable> failures = new ArrayList<>();
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader withoutReactor =
        new URLClassLoader(classPathWithoutReactor(), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(withoutReactor);
      Class<?> wrappers = withoutReactor.loadClass("io.spanloom.internal.observed.ResultWrappers");
      Consumer<Throwable> told = failures::add;

      Object loaded = wrappers.getMethod("load", Consumer.class).invoke(null, told);

      assertThat(loaded).isNotNull();
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }
    assertThat(failures)
        .hasSize(3)
        .allSatisfy(failure -> assertThat(failure).hasStackTraceContaining("reactor"));
  }

  private static URL[] classPathWithoutReactor() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
      if (!entry.contains("reactor-core") && !entry.contains("reactive-streams")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }
}
