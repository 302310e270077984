package org.vedette.post.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.post.media.MediaLibrary.Position;
import org.vedette.post.requests.Person;
import reactor.core.publisher.Mono;

/** What every library does. Each test has ids and times of its own, so that all can share one. */
public abstract class MediaLibraryContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant MORNING = Instant.parse("2026-11-30T08:00:00.123Z");

    protected abstract MediaLibrary library();

    @Test
    public void aPictureIsFoundAsItWasAdded() {
        var media = media("a1", MORNING);

        assertThat(await(library().add(media))).isTrue();

        assertThat(await(library().find(media.id()))).isEqualTo(media);
    }

    @Test
    public void aSecondPictureWithTheSameIdIsNotAdded() {
        var media = media("b1", MORNING);
        await(library().add(media));

        assertThat(await(library().add(media.withAlt("another")))).isFalse();

        assertThat(await(library().find(media.id())).alt()).isEqualTo(media.alt());
    }

    @Test
    public void severalAreFoundAtOnce() {
        await(library().add(media("c1", MORNING)));
        await(library().add(media("c2", MORNING)));

        var found = await(library()
                .find(List.of(id("c1"), id("c2"), id("c3")))
                .map(Media::id)
                .collectList());

        assertThat(found).containsExactlyInAnyOrder(id("c1"), id("c2"));
    }

    @Test
    public void theListGoesOnWhereItEnded() {
        var later = MORNING.plusSeconds(1_000_000);
        await(library().add(media("d1", later)));
        await(library().add(media("d2", later.plusMillis(1))));
        await(library().add(media("d3", later.plusMillis(1))));

        var first = await(library().newest(null, 2).map(Media::id).collectList());
        var second = await(library()
                .newest(new Position(later.plusMillis(1), id("d2")), 1)
                .map(Media::id)
                .collectList());

        assertThat(first).containsExactly(id("d3"), id("d2"));
        assertThat(second).containsExactly(id("d1"));
    }

    @Test
    public void theTextOfAPictureChanges() {
        await(library().add(media("e1", MORNING)));

        assertThat(await(library().setAlt(id("e1"), "Two curves")).alt()).isEqualTo("Two curves");

        assertThat(await(library().find(id("e1"))).alt()).isEqualTo("Two curves");
    }

    @Test
    public void aPictureThatIsRemovedIsGone() {
        await(library().add(media("f1", MORNING)));

        assertThat(await(library().remove(id("f1")))).isTrue();

        assertThat(await(library().remove(id("f1")))).isFalse();
        assertThat(library().find(id("f1")).blockOptional(TIMEOUT)).isEmpty();
        assertThat(library().setAlt(id("f1"), "x").blockOptional(TIMEOUT)).isEmpty();
    }

    static MediaId id(String end) {
        return new MediaId("0".repeat(32 - end.length()) + end);
    }

    static Media media(String end, Instant at) {
        var address = new MediaAddress(id(end), 500, 250, ImageFormat.JPEG);
        return new Media(
                address,
                ImageFormat.PNG,
                "ab".repeat(32),
                "A curve",
                new Person("ada-1", "Ada Example"),
                at,
                List.of(new MediaFile(
                        address.name(), ImageFormat.JPEG, 500, 250, 1_234, "cd".repeat(16), "ef".repeat(12))));
    }

    @CanIgnoreReturnValue
    private static <T> T await(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }
}
