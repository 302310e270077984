package org.vedette.gateway.cache;

import java.time.Duration;

/**
 * A stored response that is sent to a client, and why.
 *
 * @param age time since its service sent or confirmed it
 */
record StoredResponse(Representation representation, CacheStatus status, Duration age) {}
