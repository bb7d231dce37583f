package it;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.matcher.Matchers;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import javassist.util.proxy.MethodHandler;
import javassist.util.proxy.ProxyFactory;
import org.mockito.Answers;
import org.mockito.MockMakers;
import org.mockito.Mockito;

/** Calls traced methods through the proxies that generators make of a class while it runs. */
final class Main {

  private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

  public static void main(String[] arguments) throws Exception {
    Spanloom.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(SPANS))
                    .build())
            .build());
    call("plain", new Catalogue());
    call("spring", spring());
    call("mockito subclass", mockito(MockMakers.SUBCLASS));
    call("mockito inline", mockito(MockMakers.INLINE));
    call("javassist", javassist());
    call("guice", guice());
    call("jdk", jdk(Search.class), jdk(Archive.class));
    new Catalogue.ByteBuddy().lend("Notes");
    new CGLIBCatalogue_Subclass().list();
    print("own", null);
  }

  private static void call(String kind, Catalogue catalogue) {
    catalogue.count("Ada");
    call(kind, catalogue, catalogue);
  }

  private static void call(String kind, Search search, Archive archive) {
    search.search("Ada");
    archive.fetch("Notes");
    print(kind, search);
  }

  private static void print(String kind, Object proxy) {
    System.out.printf(
        "%s: %s of %s%n",
        kind,
        SPANS.getFinishedSpanItems().stream().map(SpanData::getName).sorted().toList(),
        proxy == null ? "-" : proxy.getClass().getName());
    SPANS.reset();
  }

  private static Catalogue spring() {
    var factory = new org.springframework.aop.framework.ProxyFactory(new Catalogue());
    factory.setProxyTargetClass(true);
    factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) call -> call.proceed());
    return (Catalogue) factory.getProxy();
  }

  private static Catalogue mockito(String maker) {
    return Mockito.mock(
        Catalogue.class,
        Mockito.withSettings().mockMaker(maker).defaultAnswer(Answers.CALLS_REAL_METHODS));
  }

  private static Catalogue javassist() throws ReflectiveOperationException {
    ProxyFactory factory = new ProxyFactory();
    factory.setSuperclass(Catalogue.class);
    MethodHandler proceeds = (self, method, proceed, values) -> proceed.invoke(self, values);
    return (Catalogue) factory.create(new Class<?>[0], new Object[0], proceeds);
  }

  private static Catalogue guice() {
    return Guice.createInjector(
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(Catalogue.class);
                bindInterceptor(Matchers.any(), Matchers.any(), call -> call.proceed());
              }
            })
        .getInstance(Catalogue.class);
  }

  private static <T> T jdk(Class<T> type) {
    Catalogue catalogue = new Catalogue();
    InvocationHandler proceeds = (self, method, values) -> method.invoke(catalogue, values);
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, proceeds));
  }
}
