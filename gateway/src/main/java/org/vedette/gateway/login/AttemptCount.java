package org.vedette.gateway.login;

import java.time.Instant;

/** The failed attempts of a client or for an account, one after the other. */
public record AttemptCount(int failures, Instant lastAt) {}
