package shapes;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Input;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.UserId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Values of every type that can be an attribute, and every way a path can take. */
class Values {

  @Task
  void primitives(
      @Attribute(key = "v.boolean") boolean a,
      @Attribute(key = "v.byte") byte b,
      @Attribute(key = "v.short") short c,
      @Attribute(key = "v.int") int d,
      @Attribute(key = "v.long") long e,
      @Attribute(key = "v.char") char f,
      @Attribute(key = "v.float") float g,
      @Attribute(key = "v.double") double h) {}

  @Task
  void boxes(
      @Attribute(key = "v.boolean") Boolean a,
      @Attribute(key = "v.byte") Byte b,
      @Attribute(key = "v.short") Short c,
      @Attribute(key = "v.int") Integer d,
      @Attribute(key = "v.long") Long e,
      @Attribute(key = "v.char") Character f,
      @Attribute(key = "v.float") Float g,
      @Attribute(key = "v.double") Double h) {}

  @Task
  void objects(
      @Attribute(key = "v.string") String a,
      @Attribute(key = "v.builder") StringBuilder b,
      @Attribute(key = "v.enum") TimeUnit c,
      @Attribute(key = "v.instant") Instant d,
      @Attribute(key = "v.duration") Duration e,
      @Attribute(key = "v.date") LocalDate f,
      @Attribute(key = "v.uuid") UUID g,
      @Attribute(key = "v.uri") URI h,
      @Attribute(key = "v.decimal") BigDecimal i) {}

  @Task
  void several(
      @Attribute(key = "v.list") List<String> a,
      @Attribute(key = "v.set") Set<Integer> b,
      @Attribute(key = "v.wild") Collection<? extends Double> c,
      @Attribute(key = "v.enums") List<TimeUnit> d,
      @Attribute(key = "v.ints") int[] e,
      @Attribute(key = "v.longs") long[] f,
      @Attribute(key = "v.doubles") double[] g,
      @Attribute(key = "v.floats") float[] h,
      @Attribute(key = "v.shorts") short[] i,
      @Attribute(key = "v.booleans") boolean[] j,
      @Attribute(key = "v.uuids") UUID[] k,
      @Attribute(key = "v.flags") List<Boolean> l,
      @Attribute(key = "v.longList") List<? extends Long> m) {}

  record Part(Optional<Optional<String>> nested, List<String[]> rows) {}

  record Whole(
      Optional<Part> part,
      OptionalInt count,
      OptionalLong total,
      OptionalDouble ratio,
      int[] numbers,
      List<Part> parts) {}

  static class Bean {
    final String field = "f";
    Boolean done = true;

    public String getTitle() {
      return "t";
    }

    public boolean isOpen() {
      return true;
    }

    public Boolean isDone() {
      return done;
    }

    public String fluent() {
      return "x";
    }
  }

  @Task
  void paths(
      @Attribute(key = "p.nested", path = "part.nested")
          @Attribute(key = "p.rows", path = "part.rows[0]")
          @Attribute(key = "p.cell", path = "part.rows[0][1]")
          @Attribute(key = "p.length", path = "numbers.length")
          @Attribute(key = "p.count", path = "count")
          @Attribute(key = "p.total", path = "total")
          @Attribute(key = "p.ratio", path = "ratio")
          @Attribute(key = "p.number", path = "numbers[2]")
          @Attribute(key = "p.present", path = "part.isPresent()")
          @Attribute(key = "p.second", path = "parts[1].rows.size()")
          Whole whole,
      @Attribute(key = "p.title", path = "title")
          @Attribute(key = "p.open", path = "open")
          @Attribute(key = "p.done", path = "isDone()")
          @Attribute(key = "p.field", path = "field")
          @Attribute(key = "p.fluent", path = "fluent")
          Bean bean) {}

  @Task
  void inputs(
      @Input(path = "title") Bean bean,
      @Input(path = "count") Whole whole,
      @Input char letter,
      @Input float number,
      String notAnInput) {}

  @Task
  String identifiers(@SessionId UUID session, @UserId(path = "count") Whole whole) {
    return "";
  }

  @Task
  @Attribute(key = "app.size", path = "size()")
  CompletionStage<List<String>> stage() {
    return CompletableFuture.completedFuture(List.of("a"));
  }

  @Task
  @Attribute(key = "app.value")
  CompletableFuture<Integer> future() {
    return CompletableFuture.completedFuture(1);
  }

  static class Settled extends CompletableFuture<Whole> {}

  @Task
  @Attribute(key = "app.count", path = "count")
  Settled ownFuture() {
    Settled settled = new Settled();
    settled.complete(null);
    return settled;
  }

  @Task
  @Attribute(key = "app.primitive")
  int primitiveResult() {
    return 1;
  }

  @Task
  <T extends CompletionStage<? extends List<String>>> T genericStage(T stage) {
    return stage;
  }

  @LlmCall(model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  @Attribute(key = GenAi.RESPONSE_FINISH_REASONS, path = "title")
  Bean llmCall(@Attribute(key = GenAi.REQUEST_TEMPERATURE) int temperature, Bean request) {
    return request;
  }
}
