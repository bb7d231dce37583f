package io.spanloom.internal.toolcall;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes digests of values, whether JSON tells them or a program; by one thread. */
final class Digests {

  /** What tells values of different sorts apart that are written alike. */
  private static final int TEXT = 1;

  private static final int NUMBER = 2;
  private static final int ARRAY = 3;
  private static final int OBJECT = 4;
  private static final int MEMBER = 5;
  private static final int PATH = 6;
  private static final int WRITTEN_VALUE = 7;
  private static final int IDENTITY = 8;

  /** The root of all paths. */
  static final long ROOT = 0;

  private final KeyedHash hash = new KeyedHash();
  private final ValueDigest nothing = ValueDigest.of(hash.of(TEXT, ROOT, ""));

  /** A place in an object: 64 bits are enough to tell one call's members apart. */
  long path(long object, String member) {
    return hash.of(PATH, object, member).low();
  }

  ValueDigest nothing() {
    return nothing;
  }

  ValueDigest text(CharSequence text) {
    Digest exact = hash.of(TEXT, text);
    String number = Numbers.canonical(text);
    if (number != null) {
      return of(exact, hash.of(NUMBER, number));
    }
    String value = TextValues.canonical(text);
    return value == null ? ValueDigest.of(exact) : of(exact, hash.of(WRITTEN_VALUE, value));
  }

  /** Bytes, which JSON says as text (RFC 4648) or as numbers. */
  ValueDigest bytes(byte[] bytes) {
    Array numbers = array();
    for (byte each : bytes) {
      numbers.add(number(String.valueOf(each)));
    }
    ValueDigest array = numbers.end(false);
    Digest text = hash.of(TEXT, Base64.getEncoder().encodeToString(bytes));
    return new ValueDigest(text, array.lenient(), array.asSet(), false, ValueDigest.Spelling.OWN);
  }

  /** A constant, whose name programs may spell in other ways. */
  ValueDigest constant(Enum<?> constant) {
    return ValueDigest.of(hash.of(TEXT, constant.name())).spelt(text -> isAnother(constant, text));
  }

  private boolean isAnother(Enum<?> constant, Digest text) {
    for (Enum<?> each : constant.getDeclaringClass().getEnumConstants()) {
      if (hash.of(TEXT, each.name()).equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** An object that is not looked into. */
  ValueDigest opaque(Object value) {
    return ValueDigest.opaque(
        hash.of(IDENTITY, System.identityHashCode(value), value.getClass().getName()));
  }

  /** A number; one that JSON cannot write, such as infinity, is a text. */
  ValueDigest number(String written) {
    String number = Numbers.canonical(written);
    return ValueDigest.of(number == null ? hash.of(TEXT, written) : hash.of(NUMBER, number));
  }

  ValueDigest truth(boolean value) {
    String written = String.valueOf(value);
    return of(hash.of(NUMBER, written), hash.of(TEXT, written));
  }

  Array array() {
    return new Array();
  }

  NestedObject object() {
    return new NestedObject();
  }

  /** A value and what it is if texts are taken for what they say. */
  private static ValueDigest of(Digest exact, Digest lenient) {
    return new ValueDigest(exact, lenient, lenient, false, null);
  }

  /** The elements of an array, one after the other. */
  final class Array {

    /** More elements are added up as they are: {@code [1,1]} is the set of 1 only if short. */
    private static final int MAX_DISTINCT = 1_000;

    private final Set<Digest> distinct = new HashSet<>();
    private Digest exact = Digest.ZERO;
    private Digest lenient = Digest.ZERO;
    private Digest asSet = Digest.ZERO;
    private boolean holdsSet;
    private ValueDigest.@Nullable Spelling spelling;

    void add(ValueDigest element) {
      exact = hash.of(ARRAY, exact, element.exact());
      lenient = hash.of(ARRAY, lenient, element.lenient());
      if (distinct.size() >= MAX_DISTINCT || distinct.add(element.asSet())) {
        asSet = asSet.plus(element.asSet());
      }
      holdsSet |= element.isSet();
      spelling = element.isUncertain() ? ValueDigest.Spelling.OWN : spelling;
    }

    ValueDigest end(boolean isSet) {
      return new ValueDigest(
          hash.of(ARRAY, exact, exact),
          hash.of(ARRAY, lenient, lenient),
          hash.of(ARRAY, asSet, asSet),
          isSet || holdsSet,
          spelling);
    }
  }

  /** The members of an object inside an array, in any order. */
  final class NestedObject {

    private ValueDigest members = ValueDigest.of(Digest.ZERO);

    void add(String name, ValueDigest value) {
      Digest member = hash.of(MEMBER, name);
      members =
          members.plus(
              new ValueDigest(
                  hash.of(MEMBER, member, value.exact()),
                  hash.of(MEMBER, member, value.lenient()),
                  hash.of(MEMBER, member, value.asSet()),
                  value.isSet(),
                  value.isUncertain() ? ValueDigest.Spelling.OWN : null));
    }

    ValueDigest end() {
      return new ValueDigest(
          hash.of(OBJECT, members.exact(), Digest.ZERO),
          hash.of(OBJECT, members.lenient(), Digest.ZERO),
          hash.of(OBJECT, members.asSet(), Digest.ZERO),
          members.isSet(),
          members.spelling());
    }
  }
}
