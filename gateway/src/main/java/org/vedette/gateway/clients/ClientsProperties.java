package org.vedette.gateway.clients;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How clients are told apart.
 *
 * @param trustedProxies addresses of the proxies in front of the gateway, as networks such as {@code 10.0.0.0/8} or
 *     {@code fd00::/8}, or single addresses. What any other connection says about forwarding is ignored. Default none
 * @param forwardedField field in which these proxies name the client: {@code x-forwarded-for} or {@code forwarded} (RFC
 *     7239). They must set it or add to it in every request; the other field is ignored, because they would pass on what a
 *     client writes there. Default {@code x-forwarded-for}
 */
@Validated
@ConfigurationProperties("vedette.gateway.clients")
record ClientsProperties(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("x-forwarded-for") @NotNull ForwardedField forwardedField) {

    ClientsProperties {
        trustedProxies = trustedProxies.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .toList();
    }
}
