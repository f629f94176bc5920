package dev.terroir.kubernetes;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an object was given and its type does not know. Fabric8 keeps such fields in {@code
 * additionalProperties} instead of refusing them, so a misspelt {@code readinessProb} would vanish
 * without a word. A value of the wrong type is refused already while parsing.
 */
final class UnknownFields {

  private static final String MODEL = "io.fabric8.kubernetes.";

  private UnknownFields() {}

  /** The paths of all unknown fields at and below an object. */
  static Stream<String> in(String path, @Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case Collection<?> items -> items.stream().flatMap(item -> in(path + "[]", item));
      case Map<?, ?> entries ->
          entries.entrySet().stream().flatMap(e -> in(path + "." + e.getKey(), e.getValue()));
      case Object object when isModel(object.getClass()) -> inFields(path, object);
      case Object _ -> Stream.empty();
    };
  }

  private static Stream<String> inFields(String path, Object object) {
    return Stream.<Class<?>>iterate(object.getClass(), UnknownFields::isModel, Class::getSuperclass)
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .flatMap(field -> inField(path, field, valueOf(field, object)));
  }

  private static Stream<String> inField(String path, Field field, @Nullable Object value) {
    if (field.getName().equals("additionalProperties") && value instanceof Map<?, ?> unknown) {
      return unknown.keySet().stream().map(key -> path + "." + key);
    }
    return in(path + "." + field.getName(), value);
  }

  private static boolean isModel(@Nullable Class<?> type) {
    return type != null && !type.isEnum() && type.getName().startsWith(MODEL);
  }

  private static @Nullable Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
