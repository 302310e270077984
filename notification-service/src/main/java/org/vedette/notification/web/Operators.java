package org.vedette.notification.web;

import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.vedette.starter.security.ServiceTokens;
import reactor.core.publisher.Mono;

/** Tells who makes the request that is being handled. */
public final class Operators {

    private Operators() {}

    /** The name of whoever is signed in. */
    public static Mono<String> name() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Operators::name);
    }

    private static String name(Authentication token) {
        return token.getPrincipal() instanceof Jwt jwt
                ? Objects.requireNonNullElse(jwt.getClaimAsString(ServiceTokens.NAME), token.getName())
                : token.getName();
    }
}
