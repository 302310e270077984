package org.vedette.post.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vedette.post.ZipEntries;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class ExportArchiveTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int LARGE = 1_000_000;

    @Test
    void filesComeOutAsTheyWentIn() {
        var noise = noise(3 * ExportArchive.PART + 7);

        var files = ZipEntries.of(read(archive(Flux.just(
                ExportEntry.ofText("posts/1.md", Flux.just("It ", "waits.")),
                new ExportEntry("media/1.jpg", Flux.just(ByteBuffer.wrap(noise), ByteBuffer.wrap(noise)), false),
                ExportEntry.ofText("empty", Flux.empty())))));

        assertThat(files.files()).containsOnlyKeys("posts/1.md", "media/1.jpg", "empty");
        assertThat(files.text("posts/1.md")).isEqualTo("It waits.");
        assertThat(files.files().get("media/1.jpg")).startsWith(noise).hasSize(2 * noise.length);
    }

    @Test
    void noMoreIsReadThanSomebodyTakes() {
        var read = new AtomicInteger();
        var entries = Flux.range(0, 1_000)
                .map(number -> new ExportEntry(
                        "media/" + number,
                        Flux.defer(() -> {
                            read.incrementAndGet();
                            return Flux.just(ByteBuffer.wrap(noise(LARGE)));
                        }),
                        false));

        StepVerifier.create(archive(entries), 3)
                .expectNextCount(3)
                .thenAwait(Duration.ofMillis(200))
                .thenCancel()
                .verify(TIMEOUT);

        assertThat(read).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void aPartIsSmallHoweverLargeAFileIs() {
        var sizes = archive(Flux.just(new ExportEntry("1", Flux.just(ByteBuffer.wrap(noise(LARGE))), true)))
                .map(ByteBuffer::remaining)
                .collectList()
                .blockOptional(TIMEOUT)
                .orElse(List.of());

        assertThat(sizes).hasSizeGreaterThan(10).allMatch(size -> size <= 2 * ExportArchive.PART + 1024);
    }

    @Test
    void aFailureLeavesTheZipWithoutItsEnd() {
        var entries = Flux.concat(
                Flux.just(ExportEntry.ofText("1", "It waits.")), Flux.error(new IllegalStateException("an outage")));

        StepVerifier.create(archive(entries)).expectErrorMessage("an outage").verify(TIMEOUT);
    }

    private static Flux<ByteBuffer> archive(Flux<ExportEntry> entries) {
        return ExportArchive.of(entries, NOW, Schedulers.boundedElastic());
    }

    private static byte[] read(Flux<ByteBuffer> archive) {
        var zip = new ByteArrayOutputStream();
        for (var part : archive.collectList().blockOptional(TIMEOUT).orElse(List.of())) {
            zip.writeBytes(bytes(part));
        }
        return zip.toByteArray();
    }

    private static byte[] bytes(ByteBuffer part) {
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        return bytes;
    }

    private static byte[] noise(int size) {
        var noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
