package io.spanloom.weaver.callsite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConstantsTest {

  private final Constants constants = Constants.of(classFile(Sample.class));

  @Test
  void calledMethodsAreNamed() {
    assertThat(constants.nameMember(names("execute"))).isTrue();
    assertThat(constants.nameMember(names("submit", "execute", "fork"))).isTrue();
  }

  @Test
  void whatIsOnlyDeclaredOrWrittenIsNoMemberThatIsNamed() {
    assertThat(constants.nameMember(names("call", "submit", "invokeAll"))).isFalse();
    assertThat(constants.mention(names("call"))).isTrue();
    assertThat(constants.mention(names("submit"))).isTrue();
    assertThat(constants.mention(names("invokeAll"))).isFalse();
  }

  @Test
  void descriptorsAreFoundByTheirBeginning() {
    assertThat(constants.haveTextStartingWith(bytes("Ljava/lang/Deprecated"))).isTrue();
    assertThat(constants.haveTextStartingWith(bytes("java/lang/Deprecated"))).isFalse();
    assertThat(constants.haveTextStartingWith(bytes("Ljava/lang/Deprecated;V"))).isFalse();
  }

  @Test
  void whatIsNoClassFileIsRefused() {
    assertThatThrownBy(() -> Constants.of(new byte[9]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Constants.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 99}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void setsOfNamesContainThoseAndNoOthers() {
    Set<String> methods =
        Rule.ALL.stream().flatMap(rule -> rule.names().stream()).collect(Collectors.toSet());
    Names names = Names.of(methods);

    for (String method : methods) {
      byte[] file = bytes("{" + method + "}");
      assertThat(names.contain(file, 1, method.length())).as(method).isTrue();
      assertThat(names.contain(file, 0, method.length())).as("{" + method).isFalse();
      assertThat(names.contain(file, 1, method.length() + 1)).as(method + "}").isFalse();
      assertThat(names.contain(file, 1, 0)).isFalse();
    }
    // The first and the last letter and the length of "fork".
    assertThat(names.contain(bytes("fink"), 0, 4)).isFalse();
  }

  private static Names names(String... names) {
    return Names.of(Set.of(names));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] classFile(Class<?> type) {
    try (InputStream in =
        type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** With a constant of every size. */
  private static final class Sample implements Callable<Object> {

    @Deprecated
    static Object hand(Executor executor, long number) {
      executor.execute(() -> {});
      return number > 9_876_543_210L ? 1.5 + number : Set.of("submit", 123_456_789, 2.5f);
    }

    @Override
    public Object call() {
      return hand(Runnable::run, 1);
    }
  }
}
