package dev.terroir.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.terroir.catalog.Retention;
import dev.terroir.chat.Json;
import dev.terroir.chat.Recall;
import dev.terroir.fixtures.HandClock;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.Serving;
import dev.terroir.policy.rule.Speech;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.vocabulary.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ResponseStoreTest {

  private static final int ROOM = 10_000;

  private final HandClock clock = new HandClock("2026-11-27T00:00:00Z");
  private final ResponseStore store = new ResponseStore(clock, ROOM);

  private static Tenant tenant(String id, Optional<Retention> keeps) {
    return new Tenant(
        new TenantId(id),
        new Jurisdiction("DE"),
        TenantKind.COMPANY,
        new Control(Set.of("DE"), Map.of(), Set.of("DE")),
        Testimony.SILENT,
        Arrangements.NONE,
        new Serving(Optional.empty(), false, List.of(), Speech.ANY, keeps));
  }

  private Recall recall(String id) {
    return store.of(tenant(id, Optional.of(new Retention("PT1H"))));
  }

  private static ArrayNode items(int size) {
    return Json.object().arrayNode().add("x".repeat(size));
  }

  @Test
  void keepsForAsLongAsTheTenantSays() {
    recall("a").keep("r", items(10));

    clock.set("2026-11-27T00:59:00Z");
    assertThat(recall("a").items("r")).isPresent();
    clock.set("2026-11-27T01:00:00Z");
    assertThat(recall("a").items("r")).isEmpty();
  }

  @Test
  void givesRoomFromTheOldest() {
    for (int i = 0; i < 100; i++) {
      recall("a").keep("r" + i, items(1000));
    }

    assertThat(store.taken()).isLessThanOrEqualTo(ROOM);
    assertThat(recall("a").items("r99")).isPresent();
    assertThat(recall("a").items("r0")).isEmpty();
  }

  @Test
  void whatHasHadItsTimeTakesNoRoom() {
    recall("a").keep("old", items(5000));
    clock.set("2026-11-27T02:00:00Z");
    recall("a").keep("new", items(10));

    assertThat(store.taken()).isLessThan(100);
  }

  @Test
  void whatIsLongerThanAllTheRoomIsNotKept() {
    recall("a").keep("r", items(ROOM));

    assertThat(recall("a").items("r")).isEmpty();
    assertThat(store.taken()).isZero();
  }

  @Test
  void tenantsSeeTheirOwn() {
    recall("a").keep("r", items(10));

    assertThat(recall("b").items("r")).isEmpty();
    assertThat(store.of(tenant("a", Optional.empty())).isKept()).isFalse();
  }
}
