package dev.terroir.gateway;

import dev.terroir.provider.Deadlines;
import java.time.Duration;

/**
 * The bounds of an exchange.
 *
 * @param deadlines of the deployments
 * @param keepAlive how long a stream may be silent before something is sent to keep it open
 * @param stall how long a caller may not read before the answer is broken off
 * @param inFlight how many exchanges may be open at once
 * @param inspectInline the largest body, in bytes, that is inspected on the event loop
 */
public record Limits(
    Deadlines deadlines, Duration keepAlive, Duration stall, int inFlight, int inspectInline) {}
