package org.vedette.gateway.identity;

import java.util.Map;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Authenticates an API token against the file of tokens. */
class ApiTokenIntrospector implements ReactiveOpaqueTokenIntrospector {

    private final ApiTokenFile tokenFile;

    ApiTokenIntrospector(ApiTokenFile tokenFile) {
        this.tokenFile = tokenFile;
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        return Mono.fromCallable(() -> tokenFile.find(token))
                .subscribeOn(Schedulers.boundedElastic())
                .map(holder -> holder.map(ApiTokenIntrospector::principal)
                        .orElseThrow(() -> new BadOpaqueTokenException("Unknown token")));
    }

    private static OAuth2AuthenticatedPrincipal principal(ApiToken token) {
        return new DefaultOAuth2AuthenticatedPrincipal(
                token.name(), Map.of("sub", token.name()), AuthorityUtils.createAuthorityList(token.roles()));
    }
}
