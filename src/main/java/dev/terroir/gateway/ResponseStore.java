package dev.terroir.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.terroir.catalog.Retention;
import dev.terroir.chat.Json;
import dev.terroir.chat.Recall;
import dev.terroir.identity.TenantId;
import dev.terroir.policy.rule.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Responses that can be referred to, of the tenants whose files ask for that. They are in the
 * memory of this process and nowhere else: they end with it, with their time, or with the room that
 * there is, the oldest first. A tenant sees its own only. Thread-safe, without locks.
 */
public final class ResponseStore {

  /** In bytes of JSON: a conversation that is longer is not kept. */
  private static final int LONGEST = 1 << 20;

  private final InstantSource clock;
  private final long room;
  private final ConcurrentHashMap<Key, Kept> kept = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Key> oldestFirst = new ConcurrentLinkedQueue<>();
  private final AtomicLong taken = new AtomicLong();

  private record Key(TenantId tenant, String response) {}

  private record Kept(ArrayNode items, int size, Instant until) {}

  /**
   * @param room in bytes of JSON, of all tenants together
   */
  public ResponseStore(InstantSource clock, long room) {
    this.clock = clock;
    this.room = room;
  }

  /** The responses of {@code tenant}. */
  Recall of(Tenant tenant) {
    return tenant
        .serving()
        .keepsResponses()
        .<Recall>map(time -> new TenantsRecall(tenant.id(), time))
        .orElse(Recall.NOTHING);
  }

  /** How many bytes are taken. */
  long taken() {
    return taken.get();
  }

  private Optional<ArrayNode> find(Key key) {
    return Optional.ofNullable(kept.get(key))
        .filter(it -> clock.instant().isBefore(it.until()))
        .map(Kept::items);
  }

  private void put(Key key, ArrayNode items, Instant until) {
    int size = Json.write(items).length();
    if (size > LONGEST || size > room) {
      return;
    }
    kept.put(key, new Kept(items, size, until));
    oldestFirst.add(key);
    taken.addAndGet(size);
    makeRoom();
  }

  /** Takes out the oldest, and then whatever is first in line and has had its time. */
  private void makeRoom() {
    Instant now = clock.instant();
    Key oldest = oldestFirst.peek();
    while (oldest != null && (taken.get() > room || hasEnded(oldest, now))) {
      if (oldestFirst.remove(oldest)) {
        Optional.ofNullable(kept.remove(oldest)).ifPresent(it -> taken.addAndGet(-it.size()));
      }
      oldest = oldestFirst.peek();
    }
  }

  private boolean hasEnded(Key key, Instant now) {
    return Optional.ofNullable(kept.get(key)).map(it -> !now.isBefore(it.until())).orElse(true);
  }

  private final class TenantsRecall implements Recall {

    private final TenantId tenant;
    private final Retention time;

    TenantsRecall(TenantId tenant, Retention time) {
      this.tenant = tenant;
      this.time = time;
    }

    @Override
    public boolean isKept() {
      return true;
    }

    @Override
    public Optional<ArrayNode> items(String response) {
      return find(new Key(tenant, response));
    }

    @Override
    public void keep(String response, ArrayNode items) {
      Instant until = clock.instant().plus(Duration.ofSeconds(time.seconds()));
      put(new Key(tenant, response), items, until);
    }
  }
}
