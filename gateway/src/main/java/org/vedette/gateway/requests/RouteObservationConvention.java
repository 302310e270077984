package org.vedette.gateway.requests;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.server.observation.ServerHttpObservationDocumentation.LowCardinalityKeyNames;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Tags {@code http.server.requests} with the id of the route, because paths have too many values for a tag. */
@Component
class RouteObservationConvention extends DefaultServerRequestObservationConvention {

    @Override
    protected KeyValue uri(ServerRequestObservationContext context) {
        return context.getAttributes().get(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR) instanceof Route route
                ? KeyValue.of(LowCardinalityKeyNames.URI, route.getId())
                : super.uri(context);
    }

    @Override
    public @Nullable String getContextualName(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        return request != null
                        && context.getAttributes().get(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR) instanceof Route route
                ? "http " + request.getMethod().name().toLowerCase(Locale.ROOT) + " " + route.getId()
                : super.getContextualName(context);
    }

    /** High-cardinality values are for traces only. The only one is the path, which may be a secret of its reader. */
    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }
}
