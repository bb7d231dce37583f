package it;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.Spanloom;
import io.spanloom.sdk.ConsoleTree;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration
@Import({Librarian.class, Catalogue.class})
public class Application {

  public static void main(String[] arguments) {
    try (var context = SpringApplication.run(Application.class, arguments)) {
      Spanloom.install(context.getBean(OpenTelemetrySdk.class));
      System.out.println("answer: " + context.getBean(Librarian.class).answer("Ada"));
    }
  }

  @Bean
  OpenTelemetrySdk openTelemetry() {
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(ConsoleTree.toStandardOutput()).build();
    return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
  }
}
