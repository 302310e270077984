package org.vedette.gateway.sessions;

import java.time.Duration;

/**
 * When sessions end.
 *
 * @param idle after so long without a request
 * @param absolute after so long, whatever happens
 */
public record SessionTimeouts(Duration idle, Duration absolute) {}
