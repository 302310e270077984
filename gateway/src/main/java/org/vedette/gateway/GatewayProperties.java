package org.vedette.gateway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
 * @param baseUrl public address of the suite; with https, browsers are told to keep to it. Default
 *     {@code http://localhost:8080}
 * @param siteTitle name of the blog, for error pages. Default {@code Threat Intelligence Blog}
 * @param siteTagline line under the name
 * @param tokens file of the API tokens; unset or absent, no token is accepted. A line that cannot be read prevents the
 *     start
 * @param tokensRefresh how long a changed file of tokens may go unnoticed. Default 1 s
 * @param signingKey PEM file with the EC P-256 private key (PKCS#8) that signs the tokens inside; unset, a fresh key in
 *     memory, good for a single gateway only. A file that cannot be used prevents the start
 * @param maxPostSize longest body sent to an address under {@code /api}; more is answered 413. Default 2 MB
 * @param maxFormSize longest body sent to any other address; more is answered 413. Default 64 KB
 * @param headTimeout how long a connection may take to bring the head of a request, before it is closed. Default 15 s
 * @param bodyTimeout how long a whole request may take to arrive, before its connection is closed. Default 60 s
 * @param maxLiveStreams how many streams of events may be open at once; one more is answered 503. Each takes two open
 *     files, of which there must be 2,000 more, and about 25 KB of heap. Default 10,000
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
        @DefaultValue("2MB") @NotNull DataSize maxPostSize,
        @DefaultValue("64KB") @NotNull DataSize maxFormSize,
        @DefaultValue("15s") @NotNull Duration headTimeout,
        @DefaultValue("60s") @NotNull Duration bodyTimeout,
        @DefaultValue("10000") @Positive int maxLiveStreams) {

    public GatewayProperties {
        tokens = set(tokens);
        signingKey = set(signingKey);
    }

    public boolean secure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** An empty environment variable is one that is not set. */
    private static @Nullable Path set(@Nullable Path path) {
        return path == null || path.toString().isBlank() ? null : path;
    }
}
