package org.vedette.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one client may ask this gateway for. Each gateway counts by itself, in memory.
 *
 * @param enabled false switches all limits of single clients off, for load tests behind a closed door. Default true
 * @param maxBuckets number of token buckets that are kept, one for each client and group of requests and some 400 bytes each;
 *     those used least are dropped first. Default 100,000
 * @param reading pages, feeds, the content API and everything that no other limit is for. Default 50 a second, burst 500
 * @param search searches. Default 10 a second, burst 30
 * @param signUp subscriptions. Default 12 a minute, burst 12
 * @param allSignUps subscriptions of all clients together. Default 5 a second, burst 300
 * @param login attempts to log in, and forms that ask for a password. Default 10 a minute, burst 20
 * @param tokenFailures answers with 401 to a token; beyond it, no token of the client is looked at. Default 1 a second,
 *     burst 30
 * @param write changes through the API. Default 50 a second, burst 500
 * @param upstreamRequests requests of one client that may be with the services at the same time; more wait for a moment, then
 *     they are rejected. Default 64
 * @param upstreamWait how long they wait. Default 2 s
 * @param liveStreams live streams of one client; one more is rejected. Default 20
 */
@Validated
@ConfigurationProperties("vedette.gateway.limits")
public record LimitsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100000") @Positive int maxBuckets,
        @Valid @DefaultValue Reading reading,
        @Valid @DefaultValue Search search,
        @Valid @DefaultValue SignUp signUp,
        @Valid @DefaultValue AllSignUps allSignUps,
        @Valid @DefaultValue Login login,
        @Valid @DefaultValue TokenFailures tokenFailures,
        @Valid @DefaultValue Write write,
        @DefaultValue("64") @Positive int upstreamRequests,
        @DefaultValue("2s") @NotNull Duration upstreamWait,
        @DefaultValue("20") @Positive int liveStreams) {

    /** The allowance of a group of requests. */
    Allowance of(RouteGroup group) {
        return switch (group) {
            case READING -> new Allowance(reading.burst, reading.requests, reading.per);
            case SEARCH -> new Allowance(search.burst, search.requests, search.per);
            case SIGN_UP -> new Allowance(signUp.burst, signUp.requests, signUp.per);
            case LOGIN -> new Allowance(login.burst, login.requests, login.per);
            case TOKEN_FAILURES -> new Allowance(tokenFailures.burst, tokenFailures.requests, tokenFailures.per);
            case WRITE -> new Allowance(write.burst, write.requests, write.per);
        };
    }

    /** The allowance of all clients together for subscriptions. */
    Allowance ofAllSignUps() {
        return new Allowance(allSignUps.burst, allSignUps.requests, allSignUps.per);
    }

    /**
     * Pages, feeds and the content API.
     *
     * @param burst requests at once
     * @param requests requests that are added in each period
     * @param per the period, such as {@code 1s}
     */
    public record Reading(
            @DefaultValue("500") @Positive int burst,
            @DefaultValue("50") @Positive int requests,
            @DefaultValue("1s") @DurationMin(millis = 1) Duration per) {}

    /**
     * Searches.
     *
     * @param burst requests at once
     * @param requests requests that are added in each period
     * @param per the period, such as {@code 1s}
     */
    public record Search(
            @DefaultValue("30") @Positive int burst,
            @DefaultValue("10") @Positive int requests,
            @DefaultValue("1s") @DurationMin(millis = 1) Duration per) {}

    /**
     * Subscriptions of one client.
     *
     * @param burst requests at once
     * @param requests requests that are added in each period
     * @param per the period, such as {@code 1m}
     */
    public record SignUp(
            @DefaultValue("12") @Positive int burst,
            @DefaultValue("12") @Positive int requests,
            @DefaultValue("1m") @DurationMin(millis = 1) Duration per) {}

    /**
     * Subscriptions of all clients.
     *
     * @param burst requests at once
     * @param requests requests that are added in each period
     * @param per the period, such as {@code 1s}
     */
    public record AllSignUps(
            @DefaultValue("300") @Positive int burst,
            @DefaultValue("5") @Positive int requests,
            @DefaultValue("1s") @DurationMin(millis = 1) Duration per) {}

    /**
     * Attempts to log in.
     *
     * @param burst requests at once
     * @param requests requests that are added in each period
     * @param per the period, such as {@code 1m}
     */
    public record Login(
            @DefaultValue("20") @Positive int burst,
            @DefaultValue("10") @Positive int requests,
            @DefaultValue("1m") @DurationMin(millis = 1) Duration per) {}

    /**
     * Answers with 401 to a token.
     *
     * @param burst answers at once
     * @param requests answers that are added in each period
     * @param per the period, such as {@code 1s}
     */
    public record TokenFailures(
            @DefaultValue("30") @Positive int burst,
            @DefaultValue("1") @Positive int requests,
            @DefaultValue("1s") @DurationMin(millis = 1) Duration per) {}

    /**
     * Changes through the API.
     *
     * @param burst requests at once
     * @param requests requests that are added in each period
     * @param per the period, such as {@code 1s}
     */
    public record Write(
            @DefaultValue("500") @Positive int burst,
            @DefaultValue("50") @Positive int requests,
            @DefaultValue("1s") @DurationMin(millis = 1) Duration per) {}
}
