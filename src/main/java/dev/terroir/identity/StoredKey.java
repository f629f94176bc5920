package dev.terroir.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A key as a tenant's file holds it.
 *
 * @param id names the key in logs and records
 * @param sha256 the digest of the whole key as lower-case hexadecimal; the key itself is not kept.
 *     Keys are made of 32 random bytes, so an unsalted fast digest withstands guessing
 * @param expires the last day on which it is good
 */
public record StoredKey(
    String id, TenantId tenant, String sha256, Optional<LocalDate> expires, boolean development) {}
