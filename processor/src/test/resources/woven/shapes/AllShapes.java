package shapes;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls every method of every shape once, and prints the spans. */
public final class AllShapes {
  private AllShapes() {}

  public static void main(String[] arguments) throws Exception {
    SdkTracerProvider tracers =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(new Print())).build();
    OpenTelemetrySdk.builder().setTracerProvider(tracers).buildAndRegisterGlobal();
    boxes();
    kinds();
    contracts();
    foreign();
    names();
    oddNames();
    values();
    old();
    Method others = Class.forName("taken.Others").getMethod("call");
    others.invoke(null);
    tracers.close();
  }

  private static void boxes() {
    Box<String> box = new Box<>();
    box.genericParameter(List.of("a"), "b");
    box.genericMethod("a", Map.of(), new String[0]);
    box.boundedPath(new Box.Item("n"));
    box.substituted(List.of(new Box.Pair<>("t", new Box.Item("n"))));
    box.varargs("a", null, "b");
    box.genericVarargs("a");
    box.arrays(null, null, null);
    box.callPrivateTypes();
    box.overridable("");
    box.overloaded("");
    box.overloaded("", 1);
    Box.callHidden(box);
    Box.statically("");
    box.genericArray(null);
    box.arrayPath(new Box.Item[] {new Box.Item("1"), new Box.Item("2")});
    Box<String>.Inner inner = box.new Inner();
    inner.inner(null, inner, null);
    Box.Pair<String, Box.Item> pair = new Box.Pair<>("l", null);
    inner.innerGenerics(null, pair, null, null);
    inner.innerLists(List.of("a"), null);
    new Box.Sub().ownMethod();
    new Box.Sub().overridable("");
    new Box.Sub().hidden("");
    Box.Sub.statically("");
    Box.anonymous().overridable("");
  }

  private static void foreign() {
    Foreign.Plain plain = new Foreign.Plain();
    plain.lookUp("a");
    plain.translate("b");
    Foreign.Plain.spell("c");
    new Foreign.Own().lookUp("d");
  }

  private static void contracts() {
    Contracts.ByName store = new Contracts.ByName();
    Contracts.Store<String, Integer> contract = store;
    contract.find("k", null, "hint");
    store.find((Object) "k", 1);
    contract.all(null);
    contract.count(3);
    contract.generic(null);
    new Contracts.Quarter(4).anonymous().half(null);
    Contracts.Level.LOW.next(Contracts.Level.LOW);
  }

  private static void kinds() throws IOException {
    Kinds.Level.LOW.withBody(1);
    Kinds.Level.HIGH.withBody(1);
    Kinds.Level.HIGH.inEnum();
    new Kinds.Polite().inInterface("n");
    new Kinds.Rude().ownGreeting();
    new Kinds.Rude().inInterface("n");
    Kinds.Greeter.inStatic("n");
    new Kinds.Point(1, 2).inRecord(3);
    new Kinds.Dollar$Name().inDollar(null);
    new Kinds.Dollar$Name().$dollar$("a", "b");
    new Kinds.Concrete().inAbstract("a");
    new Kinds.Circle(1).inSealed(null);
    Kinds.callInaccessible();
  }

  private static void names() {
    Names names = new Names();
    Names.Frame frame = new Names.Frame("f", List.of("a", "b"), "d");
    names.clashing(frame, "a", "b", "c", frame, "d");
    names.execution("1", "2", "3", "4", "5", "6");
    names.within(1);
    names.var("a", "b", "c");
    names.caseLookup("call_1", 2, 3);
    names.caseLookup_(1, 2);
    names.llm("a", "b", frame);
  }

  private static void oddNames() {
    new Odd$Name().oddTop("");
    new Odd$Name.In$ner().oddNested(null);
    Odd$Name.Implementation$ both = new Odd$Name.Implementation$();
    both.oddContract(null);
    both.oddNestedContract(null);
  }

  private static void values() {
    Values values = new Values();
    values.primitives(true, (byte) 1, (short) 2, 3, 4, 'c', 5.5f, 6.5);
    values.boxes(null, (byte) 1, null, 3, 4L, 'c', 5.5f, null);
    values.objects(
        "s",
        new StringBuilder("b"),
        TimeUnit.DAYS,
        Instant.EPOCH,
        Duration.ZERO,
        LocalDate.EPOCH,
        new UUID(1, 2),
        URI.create("urn:x"),
        BigDecimal.ONE);
    values.several(
        Arrays.asList("a", null),
        Set.of(1),
        List.of(1.5),
        List.of(TimeUnit.DAYS),
        new int[] {1},
        new long[] {2},
        new double[] {3},
        new float[] {4},
        new short[] {5},
        new boolean[] {true},
        new UUID[] {null, new UUID(1, 2)},
        List.of(true),
        List.of(7L));
    Values.Part part = new Values.Part(Optional.of(Optional.of("n")), List.of(new String[] {"x", "y"}, new String[0]));
    Values.Whole whole =
        new Values.Whole(
            Optional.of(part),
            OptionalInt.of(1),
            OptionalLong.empty(),
            OptionalDouble.of(0.5),
            new int[] {1, 2, 3},
            List.of(part));
    values.paths(whole, new Values.Bean());
    values.inputs(new Values.Bean(), whole, 'c', 1.5f, "");
    values.identifiers(new UUID(1, 2), whole);
    values.stage();
    values.future();
    values.ownFuture();
    values.primitiveResult();
    values.genericStage(CompletableFuture.completedFuture(List.of("a")));
    values.llmCall(1, new Values.Bean());
  }

  @SuppressWarnings({"deprecation", "removal"})
  private static void old() {
    Old old = new Old();
    old.outdated(new Old.Outdated(), null, null);
    old.doomed(new Old.Doomed("d"));
    old.fine(null);
    old.raw(null, null, null);
  }

  private static final class Print implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      for (SpanData span : spans) {
        System.out.println("span " + span.getName());
        Map<String, Object> own = new TreeMap<>();
        span.getAttributes()
            .forEach(
                (key, value) -> {
                  if (key.getKey().matches("[a-z]\\..*|app\\..*|session.id|user.id|.*finish_reasons|.*temperature")) {
                    own.put(key.getKey(), value);
                  }
                });
        own.forEach((key, value) -> System.out.println("  " + key + " = " + value));
      }
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
