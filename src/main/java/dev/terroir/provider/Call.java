package dev.terroir.provider;

import dev.terroir.chat.ChatRequest;
import io.vertx.core.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One attempt.
 *
 * @param clearance whether the permit still holds under the policies that are current now
 * @param abandoned completes when nobody waits for the answer any more
 * @param exchange the id of the exchange, for the deployment's own logs
 * @param language the language of the request, as a tag or empty; computed when asked
 */
public record Call(
    ChatRequest request,
    Deadlines deadlines,
    BooleanSupplier clearance,
    Future<Void> abandoned,
    String exchange,
    Supplier<String> language) {}
