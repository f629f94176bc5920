package dev.terroir.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rendered stream of manifests: its text, and its objects in Kubernetes' own types. */
record Manifests(String text, List<HasMetadata> objects) {

  private static final KubernetesSerialization SERIALIZATION =
      new KubernetesSerialization(new ObjectMapper(), true);

  private static final Pattern DOCUMENT_START = Pattern.compile("(?m)^---$");

  Manifests {
    objects = List.copyOf(objects);
  }

  static Manifests parse(String text) {
    return new Manifests(
        text,
        DOCUMENT_START
            .splitAsStream(text)
            .filter(document -> !document.isBlank())
            .map(document -> (HasMetadata) SERIALIZATION.unmarshal(document))
            .toList());
  }

  <T extends HasMetadata> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends HasMetadata> T one(Class<T> type, String name) {
    return all(type).stream()
        .filter(object -> name.equals(object.getMetadata().getName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " `" + name + "`"));
  }

  PodSpec pod() {
    return one(StatefulSet.class, "terroir").getSpec().getTemplate().getSpec();
  }

  Container container() {
    return pod().getContainers().getFirst();
  }

  /** Every file of every generated ConfigMap, by the ConfigMap's name. */
  Map<String, Map<String, String>> files() {
    return all(ConfigMap.class).stream()
        .collect(
            Collectors.toMap(
                map -> map.getMetadata().getName(),
                ConfigMap::getData,
                (one, other) -> other,
                TreeMap::new));
  }
}
