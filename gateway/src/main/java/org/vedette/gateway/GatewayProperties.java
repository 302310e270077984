package org.vedette.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the gateway; the addresses and timeouts of the services are beside the routes in {@code gateway.yml}.
 *
 * @param baseUrl public address of the suite; with https, responses carry {@code Strict-Transport-Security}. Default
 *     {@code http://localhost:8080}
 * @param siteTitle name of the blog, for error pages. Default {@code Threat Intelligence Blog}
 * @param siteTagline line under the name
 * @param tokens file of the API tokens that belong to no person. When it is unset or absent, only those of people are
 *     accepted; an invalid line prevents the start
 * @param tokensRefresh how long after a change the file of tokens is read again. Default 1 s
 * @param signingKey PEM file with the EC P-256 private keys (PKCS#8) that sign the service tokens, or a directory of such files; the
 *     last key signs, and changes are noticed within seconds. When it is unset, a key is generated in memory, which works for a
 *     single gateway only; an invalid file prevents the start
 * @param signingKeyDelay how long a key that is added is published before it signs. Default 10 min
 * @param loopbackPort port of the loopback address at which the gateway answers without TLS as well, for programs of the same
 *     machine. Default 0: none
 * @param maxPostSize maximum size of a request body under {@code /api}; a larger one is rejected with 413. Default 2 MB
 * @param maxFormSize maximum size of any other request body; a larger one is rejected with 413. Default 64 KB
 * @param headTimeout how long a connection may take to send the request line and headers before it is closed. Default
 *     15 s
 * @param bodyTimeout how long a whole request may take to arrive before its connection is closed, unless it still arrives
 *     fast enough ({@code vedette.gateway.connections.body-rate}). Default 60 s
 * @param maxLiveStreams maximum number of event streams open at once; one more is rejected with 503. Each needs three file
 *     descriptors, beside the 2,000 that are reserved for everything else, and about 25 KB of heap. Default 10,000
 * @param cache the cache of public responses
 */
@Validated
@ConfigurationProperties("vedette.gateway")
public record GatewayProperties(
        @DefaultValue("http://localhost:8080") @NotNull URI baseUrl,
        @DefaultValue("Threat Intelligence Blog") @NotBlank String siteTitle,
        @DefaultValue("") String siteTagline,
        @Nullable Path tokens,
        @DefaultValue("1s") @NotNull Duration tokensRefresh,
        @Nullable Path signingKey,
        @DefaultValue("10m") @NotNull Duration signingKeyDelay,
        @DefaultValue("0") @PositiveOrZero int loopbackPort,
        @DefaultValue("2MB") @NotNull DataSize maxPostSize,
        @DefaultValue("64KB") @NotNull DataSize maxFormSize,
        @DefaultValue("15s") @NotNull Duration headTimeout,
        @DefaultValue("60s") @NotNull Duration bodyTimeout,
        @DefaultValue("10000") @Positive int maxLiveStreams,
        @DefaultValue @Valid @NotNull Cache cache) {

    /**
     * Settings of the cache.
     *
     * @param size memory that responses may take; with 0 nothing is stored. Default 64 MB
     * @param staleIfError how long after its last validation a response may be sent while its service does not answer or
     *     answers with a server error (RFC 5861 §4); a page that was withdrawn meanwhile is still sent. Default 1 h
     */
    public record Cache(
            @DefaultValue("64MB") @NotNull DataSize size,
            @DefaultValue("1h") @NotNull Duration staleIfError) {}

    public GatewayProperties {
        tokens = emptyToNull(tokens);
        signingKey = emptyToNull(signingKey);
    }

    public boolean secure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** Treats an empty environment variable as one that is not set. */
    private static @Nullable Path emptyToNull(@Nullable Path path) {
        return path == null || path.toString().isBlank() ? null : path;
    }
}
