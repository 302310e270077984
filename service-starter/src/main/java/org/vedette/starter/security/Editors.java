package org.vedette.starter.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** Tells whether an editor sends the request that is being handled. */
public final class Editors {

    static final String ROLE = "editor";

    private static final String AUTHORITY = "ROLE_" + ROLE;

    private Editors() {}

    /** Whether the request carries a valid token with the role editor. */
    public static Mono<Boolean> isEditor() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Editors::isEditor)
                .defaultIfEmpty(false);
    }

    private static boolean isEditor(Authentication caller) {
        return caller.isAuthenticated()
                && caller.getAuthorities().stream().anyMatch(granted -> AUTHORITY.equals(granted.getAuthority()));
    }
}
