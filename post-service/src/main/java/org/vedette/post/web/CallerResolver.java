package org.vedette.post.web;

import java.util.Optional;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Person;
import org.vedette.starter.security.Editors;
import org.vedette.starter.security.ServiceTokens;
import reactor.core.publisher.Mono;

/** Reads who sends a request from its token, for the parameters of controllers. */
@Component
final class CallerResolver implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    static {
        // Otherwise the description of the API would have it as a parameter of each request.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .<Object>map(CallerResolver::caller)
                .switchIfEmpty(Mono.error(() -> new AuthenticationCredentialsNotFoundException("no token")));
    }

    private static Caller caller(Authentication token) {
        var name = token.getPrincipal() instanceof Jwt jwt
                ? Optional.ofNullable(jwt.getClaimAsString(ServiceTokens.NAME)).orElse(token.getName())
                : token.getName();
        return new Caller(new Person(token.getName(), name), Editors.isEditor(token));
    }
}
