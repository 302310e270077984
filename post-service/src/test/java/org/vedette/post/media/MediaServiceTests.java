package org.vedette.post.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.post.media.MediaException.InvalidAltException;
import org.vedette.post.media.MediaException.MediaInUseException;
import org.vedette.post.media.MediaException.MediaNotFoundException;
import org.vedette.post.media.MediaException.NotYoursException;
import org.vedette.post.media.MediaException.UploadTooLargeException;
import org.vedette.post.media.MediaService.MediaPage;
import org.vedette.post.media.MediaService.Uploaded;
import org.vedette.post.media.MediaUsage.Use;
import org.vedette.post.media.ProcessedImage.EncodedFile;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Person;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class MediaServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final Caller ADA = new Caller(new Person("ada-1", "Ada"), false);
    private static final Caller GRACE = new Caller(new Person("grace-1", "Grace"), false);
    private static final Caller EDITOR = new Caller(new Person("eve-1", "Eve"), true);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryMediaLibrary library = new InMemoryMediaLibrary();
    private final InMemoryMediaFiles files = new InMemoryMediaFiles(clock);
    private final List<Use> uses = new CopyOnWriteArrayList<>();
    private final List<MediaId> processed = new ArrayList<>();
    private final MediaService service = new MediaService(
            library,
            files,
            ids -> Flux.fromIterable(uses).filter(use -> ids.contains(use.media())),
            this::process,
            new MediaLimits(1_000, 1, 1, 1, 1, 1, Duration.ofSeconds(5)),
            Schedulers.immediate(),
            clock);

    @Test
    void theSameFileIsStoredOnce() {
        var first = upload("chart", "", ADA);
        var second = upload("chart", "A chart", GRACE);

        assertThat(List.of(first.isNew(), second.isNew())).containsExactly(true, false);
        assertThat(second.media()).isEqualTo(first.media().withAlt("A chart"));
        assertThat(processed).hasSize(1);
        assertThat(files.keys()).hasSize(2);
    }

    @Test
    void theTextOfTheFirstUploadStays() {
        upload("chart", "A chart", ADA);

        assertThat(upload("chart", "Something else", GRACE).media().alt()).isEqualTo("A chart");
    }

    @Test
    void ofTwoUploadsAtOnceOneKeepsItsFiles() {
        var winner = upload("chart", "", ADA).media();
        await(library.remove(winner.id()));
        var racing = service.upload("chart".getBytes(StandardCharsets.UTF_8), "", GRACE);
        processedHook = () -> await(library.add(winner));

        var answer = await(racing);

        assertThat(answer).isEqualTo(new Uploaded(winner, false));
        assertThat(files.keys())
                .containsExactlyInAnyOrderElementsOf(
                        winner.files().stream().map(MediaFile::key).toList());
    }

    @Test
    void whatAnInterruptedUploadLeftIsSwept() {
        var kept = upload("chart", "", ADA).media();
        await(files.store(MediaLibraryContract.id("ff"), "960.webp", new byte[3]));
        await(files.store(kept.id(), "960.webp", new byte[3]));
        var tooEarly = Clock.offset(clock, MediaSweeper.MIN_AGE.minusSeconds(1));
        var later = Clock.offset(clock, MediaSweeper.MIN_AGE.plusSeconds(1));

        new MediaSweeper(library, files, tooEarly).sweep();
        var before = files.keys();
        new MediaSweeper(library, files, later).sweep();

        assertThat(before).hasSize(4);
        assertThat(files.keys())
                .containsExactlyInAnyOrderElementsOf(
                        kept.files().stream().map(MediaFile::key).toList());
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsLookedAt() {
        assertThatThrownBy(() -> await(service.upload(new byte[1_001], "", ADA)))
                .isInstanceOf(UploadTooLargeException.class)
                .hasMessageContaining("more than 1000 bytes");
        assertThat(processed).isEmpty();
    }

    @Test
    void anUnusedPictureIsDeletedWithItsFiles() {
        var media = upload("chart", "", ADA).media();

        await(service.delete(media.id(), false, ADA).thenReturn(true));

        assertThatThrownBy(() -> await(service.find(media.id()))).isInstanceOf(MediaNotFoundException.class);
        assertThat(files.keys()).isEmpty();
    }

    @Test
    void aPictureThatIsUsedStaysAndSaysWhere() {
        var media = upload("chart", "", ADA).media();
        var use = use(media, new UUID(1, 2), false, "ada-1");
        uses.add(use);

        assertThatThrownBy(() -> await(service.delete(media.id(), false, EDITOR).thenReturn(true)))
                .isInstanceOfSatisfying(
                        MediaInUseException.class,
                        refused -> assertThat(refused.uses()).isEqualTo(new MediaUses(List.of(use), 0)));
        assertThat(await(service.find(media.id()))).isEqualTo(media);
    }

    @Test
    void anAuthorIsToldOfForeignDraftsOnlyHowManyTheyAre() {
        var media = upload("chart", "", GRACE).media();
        var isPublic = use(media, new UUID(1, 1), true, "eve-1");
        var own = use(media, new UUID(1, 2), false, "grace-1");
        var foreign = use(media, new UUID(1, 3), false, "ada-1");
        var ofAnEarlierVersion = use(media, new UUID(1, 4), false, null);
        uses.addAll(List.of(isPublic, own, foreign, ofAnEarlierVersion));

        assertThat(uses(media, GRACE)).isEqualTo(new MediaUses(List.of(isPublic, own), 2));
        assertThat(uses(media, EDITOR)).isEqualTo(new MediaUses(List.copyOf(uses), 0));
        assertThatThrownBy(() -> await(service.delete(media.id(), false, GRACE).thenReturn(true)))
                .isInstanceOfSatisfying(
                        MediaInUseException.class,
                        refused -> assertThat(refused.uses()).isEqualTo(new MediaUses(List.of(isPublic, own), 2)));
    }

    @Test
    void onlyTheUploaderAndEditorsChangeAPicture() {
        var media = upload("chart", "", ADA).media();

        assertThatThrownBy(() -> await(service.changeAlt(media.id(), "x", GRACE)))
                .isInstanceOf(NotYoursException.class);
        assertThatThrownBy(() -> await(service.delete(media.id(), false, GRACE).thenReturn(true)))
                .isInstanceOf(NotYoursException.class);
        assertThat(await(service.changeAlt(media.id(), " A\n chart ", EDITOR)).alt())
                .isEqualTo("A chart");
    }

    @Test
    void aTextThatNobodyListensToIsRefused() {
        assertThatThrownBy(() -> upload("chart", "x".repeat(1_001), ADA)).isInstanceOf(InvalidAltException.class);
    }

    @Test
    void theUnusedOnesAreListed() {
        var used = upload("one", "", ADA).media();
        var unused = upload("two", "", ADA).media();
        uses.add(use(used, new UUID(1, 2), false, "ada-1"));

        assertThat(await(service.unused(null, 10))).isEqualTo(new MediaPage(List.of(unused), null));
        assertThat(await(service.unused(null, 1)).media()).containsExactly(unused);
    }

    private MediaUses uses(Media media, Caller caller) {
        return Objects.requireNonNull(
                await(service.uses(List.of(media.id()), caller)).get(media.id()));
    }

    private static Use use(Media media, UUID post, boolean isPublic, @Nullable String writer) {
        return new Use(media.id(), post, "a-loader", "A loader", isPublic, writer);
    }

    private Runnable processedHook = () -> {};

    private ProcessedImage process(MediaId id, byte[] file) {
        processed.add(id);
        processedHook.run();
        var address = new MediaAddress(id, 100, 50, ImageFormat.JPEG);
        return new ProcessedImage(
                address,
                ImageFormat.PNG,
                List.of(
                        EncodedFile.of(address.name(), ImageFormat.JPEG, 100, 50, file),
                        EncodedFile.of("100.webp", ImageFormat.WEBP, 100, 50, file)));
    }

    @CanIgnoreReturnValue
    private Uploaded upload(String content, String alt, Caller by) {
        return await(service.upload(content.getBytes(StandardCharsets.UTF_8), alt, by));
    }

    @CanIgnoreReturnValue
    private static <T> T await(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }
}
