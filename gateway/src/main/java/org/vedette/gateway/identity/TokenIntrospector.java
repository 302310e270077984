package org.vedette.gateway.identity;

import java.util.Map;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells who holds an API token. */
class TokenIntrospector implements ReactiveOpaqueTokenIntrospector {

    private final TokenFile tokens;

    TokenIntrospector(TokenFile tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        return Mono.fromCallable(() -> tokens.find(token))
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> found.map(TokenIntrospector::principal)
                        .orElseThrow(() -> new BadOpaqueTokenException("No such token")));
    }

    private static OAuth2AuthenticatedPrincipal principal(ApiToken token) {
        return new DefaultOAuth2AuthenticatedPrincipal(
                token.name(), Map.of("sub", token.name()), AuthorityUtils.createAuthorityList(token.roles()));
    }
}
