package org.vedette.gateway.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link AccountLinks} must do. */
public abstract class AccountLinksContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");

    private final AccountId account = new AccountId(UUID.randomUUID());

    protected abstract AccountLinks links();

    @Test
    void aLinkComesBackAsItWasPut() {
        var link = put(LinkPurpose.INVITE, THEN.plusSeconds(60));

        assertThat(get(links().with(link.id()))).isEqualTo(link);
        assertThat(get(links().of(account))).isEqualTo(link);
    }

    @Test
    void aNewerLinkReplacesTheOneBefore() {
        var first = put(LinkPurpose.RESET, THEN);
        var second = put(LinkPurpose.RESET, THEN);

        assertThat(get(links().with(first.id()))).isNull();
        assertThat(get(links().use(first))).isFalse();
        assertThat(get(links().of(account))).isEqualTo(second);
    }

    @Test
    void aLinkIsUsedOnceByHoweverMany() {
        var link = put(LinkPurpose.RESET, THEN);

        var uses = get(Flux.range(0, 20).flatMap(use -> links().use(link), 20).collectList());

        assertThat(uses).containsOnlyOnce(true);
        assertThat(get(links().with(link.id()))).isNull();
    }

    @Test
    void aRemovedLinkAndAnExpiredOneAreGone() {
        var removed = put(LinkPurpose.RESET, THEN);
        get(links().remove(account));
        assertThat(get(links().with(removed.id()))).isNull();

        var expired = put(LinkPurpose.RESET, THEN);
        get(links().forgetExpired(THEN.plusSeconds(1)));

        assertThat(get(links().with(expired.id()))).isNull();
    }

    private AccountLink put(LinkPurpose purpose, Instant expiresAt) {
        var link = new AccountLink(UUID.randomUUID().toString(), account, purpose, THEN, expiresAt);
        get(links().put(link));
        return link;
    }

    @CanIgnoreReturnValue
    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
