package dev.terroir.identity;

/**
 * Who sent a request.
 *
 * @param key the id of the key that was presented; never the key
 */
public record Caller(String key, TenantId tenant) {}
