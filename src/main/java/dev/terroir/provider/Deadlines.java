package dev.terroir.provider;

import java.time.Duration;

/**
 * How long a deployment may be silent.
 *
 * @param connect until the connection is there
 * @param firstToken from sending the request to the head of the answer, or its first event
 * @param idle between two events
 * @param total of the whole answer
 */
public record Deadlines(Duration connect, Duration firstToken, Duration idle, Duration total) {}
