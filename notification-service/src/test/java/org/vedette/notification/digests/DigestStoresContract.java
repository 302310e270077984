package org.vedette.notification.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.digests.TestDigests.aDigestedPost;
import static org.vedette.notification.digests.TestDigests.revised;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.digests.DigestedPosts.ListedPost;
import org.vedette.notification.preferences.DigestSchedule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of the stores of digests must do. */
public abstract class DigestStoresContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final AtomicLong DAYS = new AtomicLong();

    /** Each test has days of its own. */
    private final Instant now =
            Instant.parse("2026-01-01T07:00:00Z").plus(Duration.ofDays(10 * DAYS.incrementAndGet()));

    protected abstract DigestStores stores();

    @Test
    void aListedPostComesBackAsItWas() {
        var post = aDigestedPost(now);
        list(post, now);

        assertThat(listed(post.id())).containsExactly(new ListedPost(post, now));
    }

    @Test
    void aRevisionChangesThePostAndNotWhenItWasListed() {
        var post = aDigestedPost(now);
        list(post, now);
        var second = revised(post, 2, "Another title");
        list(second, now.plusSeconds(60));

        assertThat(listed(post.id())).containsExactly(new ListedPost(second, now));
    }

    @Test
    void anOlderRevisionChangesNothing() {
        var post = revised(aDigestedPost(now), 3, "The newest");
        list(post, now);

        list(revised(post, 2, "Older"), now);
        run(stores().posts().revise(revised(post, 3, "Repeated")));
        run(stores().posts().hide(post.id(), 2));

        assertThat(listed(post.id())).extracting(ListedPost::post).containsExactly(post);
    }

    @Test
    void aHiddenPostIsBackWithItsNextRevision() {
        var post = aDigestedPost(now);
        list(post, now);
        run(stores().posts().hide(post.id(), 2));
        assertThat(listed(post.id())).isEmpty();

        var third = revised(post, 3, "Back");
        run(stores().posts().revise(third));

        assertThat(listed(post.id())).containsExactly(new ListedPost(third, now));
    }

    @Test
    void aPostThatWasNeverListedIsNeitherRevisedNorHidden() {
        var post = aDigestedPost(now);

        run(stores().posts().revise(post));
        run(stores().posts().hide(post.id(), 2));

        assertThat(listed(post.id())).isEmpty();
        list(post, now);
        assertThat(listed(post.id())).hasSize(1);
    }

    @Test
    void whatWasListedInAPeriodIsFoundTheOldestFirst() {
        var before = list(aDigestedPost(now), now);
        var second = list(aDigestedPost(now), now.plus(Duration.ofDays(2)));
        var first = list(aDigestedPost(now), now.plusMillis(1));
        var after = list(aDigestedPost(now), now.plus(Duration.ofDays(2)).plusMillis(1));

        assertThat(stores().posts()
                        .listedBetween(now, now.plus(Duration.ofDays(2)))
                        .collectList()
                        .block(TIMEOUT))
                .containsExactly(first.id(), second.id())
                .doesNotContain(before.id(), after.id());
    }

    @Test
    void aRunIsOpenedOnce() {
        var first = aRun(UUID.randomUUID());
        var second = aRun(UUID.randomUUID());

        assertThat(stores().runs().open(first).block(TIMEOUT)).isEqualTo(first);
        assertThat(stores().runs().open(second).block(TIMEOUT)).isEqualTo(first);
        assertThat(stores().runs().with(first.id()).block(TIMEOUT)).isEqualTo(first);
    }

    @Test
    void theResultOfARunIsStored() {
        var run = aRun(UUID.randomUUID());
        assertThat(stores().runs().open(run).block(TIMEOUT)).isEqualTo(run);

        run(stores().runs().finish(run.planned(7)));

        assertThat(stores().runs().newest(1_000).collectList().block(TIMEOUT)).contains(run.planned(7));
    }

    @Test
    void aScheduleIsKeptOnceAndAdvancedByOne() {
        var hour = (int) (DAYS.get() % 24);
        var schedule = new DigestSchedule(DayOfWeek.SUNDAY, hour, ZoneId.of("Europe/Vienna"));
        run(stores().schedules().keep(schedule, now));
        run(stores().schedules().keep(schedule, now.plusSeconds(1)));
        var kept = kept(schedule);
        assertThat(kept).isEqualTo(new KeptSchedule(schedule, now, now));

        var next = kept.advancedTo(now.plusSeconds(60));
        var results = Flux.range(0, 20)
                .flatMap(attempt -> stores().schedules().advance(kept, next), 20)
                .collectList()
                .block(TIMEOUT);

        assertThat(results).containsOnlyOnce(true);
        assertThat(kept(schedule)).isEqualTo(next);
    }

    private KeptSchedule kept(DigestSchedule schedule) {
        return stores().schedules()
                .all()
                .filter(each -> each.schedule().equals(schedule))
                .single()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private DigestRun aRun(UUID post) {
        var schedule = new DigestSchedule(null, 7, null);
        var id = AlertId.ofDigest("daily-07-site-" + now.getEpochSecond());
        return new DigestRun(id, schedule, now.minusSeconds(60), now, List.of(post), DigestRun.State.PLANNING, 0, now);
    }

    @CanIgnoreReturnValue
    private DigestedPost list(DigestedPost post, Instant at) {
        run(stores().posts().list(post, at));
        return post;
    }

    private List<ListedPost> listed(UUID id) {
        return stores().posts()
                .listed(List.of(id))
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private static void run(Mono<Void> work) {
        work.block(TIMEOUT);
    }
}
