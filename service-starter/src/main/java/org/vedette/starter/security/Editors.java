package org.vedette.starter.security;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** Tells whether an editor sends the request that is being handled. Admins may do whatever editors may. */
public final class Editors {

    /** The roles that count as one. */
    static final String[] ROLES = {"editor", "admin"};

    private static final List<String> AUTHORITIES =
            Arrays.stream(ROLES).map(role -> "ROLE_" + role).toList();

    private Editors() {}

    /** Whether the request carries a valid token with the role editor or admin. */
    public static Mono<Boolean> isEditor() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Editors::isEditor)
                .defaultIfEmpty(false);
    }

    private static boolean isEditor(Authentication caller) {
        return caller.isAuthenticated()
                && caller.getAuthorities().stream()
                        .anyMatch(granted ->
                                AUTHORITIES.stream().anyMatch(authority -> authority.equals(granted.getAuthority())));
    }
}
