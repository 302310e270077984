package org.vedette.starter.api;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses requests to the APIs under /api that have other query parameters than the handler takes. Pages for people
 * ignore unknown parameters, which links get from those who share them.
 */
@ControllerAdvice
public final class UnknownParameterAdvice {

    private static final String API = "/api/";

    private final ConcurrentMap<HandlerMethod, List<String>> known = new ConcurrentHashMap<>();

    /** Runs before each handler, whose model nothing is added to. */
    @ModelAttribute
    public void refuseUnknownParameters(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var names = request.getQueryParams().keySet();
        if (!names.isEmpty()
                && request.getPath().value().startsWith(API)
                && exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                        instanceof HandlerMethod handler
                && !handler.hasMethodAnnotation(ChecksParameters.class)) {
            UnknownParameters.refuse(names, known.computeIfAbsent(handler, UnknownParameterAdvice::parameters));
        }
    }

    private static List<String> parameters(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(UnknownParameterAdvice::name)
                .sorted()
                .toList();
    }

    private static String name(MethodParameter parameter) {
        var named = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        parameter.initParameterNameDiscovery(new StandardReflectionParameterNameDiscoverer());
        return named.isEmpty() ? String.valueOf(parameter.getParameterName()) : named;
    }
}
