package org.vedette.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.tokens.PersonalTokenService;
import org.vedette.gateway.tokens.TokenHolder;
import org.vedette.starter.security.ServiceTokens;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Authenticates an API token: one of the file of tokens, or else one that a person has made. */
class ApiTokenIntrospector implements ReactiveOpaqueTokenIntrospector {

    private static final Duration REMEMBER_UNKNOWN = Duration.ofSeconds(1);
    private static final int MAX_UNKNOWN = 10_000;

    private final @Nullable ApiTokenFile tokenFile;
    private final PersonalTokenService personalTokens;

    /** Hashes of tokens that were just not found, so that one that is sent again and again does not load the store. */
    private final Cache<String, Boolean> unknown = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBER_UNKNOWN)
            .maximumSize(MAX_UNKNOWN)
            .build();

    ApiTokenIntrospector(@Nullable ApiTokenFile tokenFile, PersonalTokenService personalTokens) {
        this.tokenFile = tokenFile;
        this.personalTokens = personalTokens;
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        return ofFile(token)
                .switchIfEmpty(Mono.defer(() -> ofPerson(new Secret(token))))
                .switchIfEmpty(Mono.error(() -> new BadOpaqueTokenException("Unknown token")));
    }

    private Mono<OAuth2AuthenticatedPrincipal> ofFile(String token) {
        var file = tokenFile;
        return file == null
                ? Mono.empty()
                : Mono.fromCallable(() -> file.find(token))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(Mono::justOrEmpty)
                        .map(ApiTokenIntrospector::principal);
    }

    private Mono<OAuth2AuthenticatedPrincipal> ofPerson(Secret token) {
        var hash = token.sha256();
        if (unknown.getIfPresent(hash) != null) {
            return Mono.empty();
        }
        return personalTokens
                .holder(token)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(holder -> rememberIfUnknown(hash, holder))
                .flatMap(Mono::justOrEmpty)
                .map(ApiTokenIntrospector::principal);
    }

    private void rememberIfUnknown(String hash, Optional<TokenHolder> holder) {
        if (holder.isEmpty()) {
            unknown.put(hash, true);
        }
    }

    private static OAuth2AuthenticatedPrincipal principal(ApiToken token) {
        return new DefaultOAuth2AuthenticatedPrincipal(
                token.name(),
                Map.of(ServiceTokens.NAME, token.name()),
                AuthorityUtils.createAuthorityList(token.roles()));
    }

    /** With the roles that the owner has now. */
    private static OAuth2AuthenticatedPrincipal principal(TokenHolder holder) {
        var profile = holder.owner().profile();
        return new DefaultOAuth2AuthenticatedPrincipal(
                profile.id().toString(),
                Map.of(
                        ServiceTokens.NAME,
                        profile.displayName(),
                        TokenScopeCheck.SCOPES,
                        holder.token().scopes()),
                AuthorityUtils.createAuthorityList(profile.roleNames()));
    }
}
