package org.vedette.starter.security;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** Who counts as an editor, in every service: whoever has the role editor, or the role admin. */
public final class Editors {

    /** The roles, one of which is needed. */
    private static final String[] ROLES = {"editor", "admin"};

    private static final Set<String> AUTHORITIES =
            Arrays.stream(ROLES).map(role -> "ROLE_" + role).collect(Collectors.toUnmodifiableSet());

    private Editors() {}

    /** The names of the roles, for rules about paths. */
    public static String[] roles() {
        return ROLES.clone();
    }

    /** Whether the request that is being handled carries a valid token of an editor. */
    public static Mono<Boolean> isEditor() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Editors::isEditor)
                .defaultIfEmpty(false);
    }

    /** Whether a caller is an editor. */
    public static boolean isEditor(Authentication caller) {
        return caller.isAuthenticated()
                && caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(AUTHORITIES::contains);
    }
}
