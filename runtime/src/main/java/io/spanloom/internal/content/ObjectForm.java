package io.spanloom.internal.content;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What JSON says of one of the program's classes.
 *
 * @param names the members' names in JSON; {@code null} if an object is written as its one value
 * @param secrets the names of those whose values never leave the process
 * @param reader reads objects of the class
 */
public record ObjectForm(
    @Nullable List<String> names, Set<String> secrets, MemberReader<Object> reader) {

  public ObjectForm {
    names = names == null ? null : List.copyOf(names);
    secrets = Set.copyOf(secrets);
  }

  /** Whether an object is written as its one value, which is member 0. */
  public boolean isValue() {
    return names == null;
  }

  /** The members' names, none for a value. */
  public List<String> members() {
    return names == null ? List.of() : names;
  }

  public boolean isSecret(String member) {
    return secrets.contains(member);
  }
}
