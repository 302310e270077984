package org.vedette.gateway.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.sessions.SignedIn;
import org.vedette.starter.security.ServiceTokens;
import reactor.core.publisher.Mono;

/** A request of a person who is signed in. */
public final class SessionAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient SignedIn person;

    SessionAuthentication(SignedIn person) {
        super(AuthorityUtils.createAuthorityList(person.account().profile().roleNames()));
        this.person = person;
        setAuthenticated(true);
    }

    /** The person who sends a request to a path that needs a session. */
    public static Mono<SignedIn> person(ServerWebExchange exchange) {
        return exchange.getPrincipal().ofType(SessionAuthentication.class).map(session -> session.person);
    }

    SignedIn person() {
        return person;
    }

    @Override
    public OAuth2AuthenticatedPrincipal getPrincipal() {
        var profile = person.account().profile();
        return new DefaultOAuth2AuthenticatedPrincipal(
                profile.id().toString(), Map.of(ServiceTokens.NAME, profile.displayName()), getAuthorities());
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return person.account().id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
