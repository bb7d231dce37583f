package shapes;

import io.spanloom.annotations.Task;

/** A class whose name looks like that of a nested one. */
class Odd$Name {
  @Task
  String oddTop(String value) {
    return value;
  }

  static class In$ner {
    @Task
    String oddNested(In$ner value) {
      return "";
    }
  }

  interface Contract$ {
    @Task
    String oddContract(Odd$Name name);

    interface $Nested {
      @Task
      String oddNestedContract(In$ner name);
    }
  }

  static class Implementation$ implements Contract$, Contract$.$Nested {
    @Override
    public String oddContract(Odd$Name name) {
      return "";
    }

    @Override
    public String oddNestedContract(In$ner name) {
      return "";
    }
  }
}
