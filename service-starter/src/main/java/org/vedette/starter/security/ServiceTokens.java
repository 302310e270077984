package org.vedette.starter.security;

import java.time.Duration;

/** What gateway and services agree on about the short-lived tokens (RFC 7519) with which the gateway identifies callers. */
public final class ServiceTokens {

    public static final String ISSUER = "urn:vedette:gateway";

    public static final String AUDIENCE = "vedette";

    /** The claim with the names of the caller's roles. */
    public static final String ROLES = "roles";

    /** The claim with the name of the caller as people read it. */
    public static final String NAME = "name";

    /** Services refuse a token that lives longer. */
    public static final Duration MAX_LIFETIME = Duration.ofMinutes(10);

    private ServiceTokens() {}
}
