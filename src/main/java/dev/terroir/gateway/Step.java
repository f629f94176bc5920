package dev.terroir.gateway;

import java.util.function.Function;

/** A step on the way to a decision: it goes on with a value, or halts with a refusal. */
sealed interface Step<T> {

  record Go<T>(T value) implements Step<T> {}

  record Halt<T>(Refusal refusal) implements Step<T> {}

  default <U> Step<U> then(Function<T, Step<U>> next) {
    return switch (this) {
      case Go<T>(var value) -> next.apply(value);
      case Halt<T>(var refusal) -> new Halt<>(refusal);
    };
  }

  default <U> Step<U> map(Function<T, U> function) {
    return then(value -> new Go<>(function.apply(value)));
  }
}
