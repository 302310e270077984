package org.vedette.post.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vedette.post.media.MediaFiles.StoredFile;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Mono;

/** What every store of files does. */
public abstract class MediaFilesContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    protected abstract MediaFiles files();

    @Test
    public void aContentIsReadAsItWasStored() {
        var content = content(700_000);

        var key = await(files().store(MediaLibraryContract.id("a1"), "960.webp", content));

        assertThat(read(key)).isEqualTo(content);
    }

    @Test
    public void filesWithTheSameNameAreTwo() {
        var first = await(files().store(MediaLibraryContract.id("a2"), "960.webp", content(10)));
        var second = await(files().store(MediaLibraryContract.id("a2"), "960.webp", content(20)));

        await(files().delete(List.of(first)).thenReturn(true));

        assertThat(read(second)).hasSize(20);
        assertThatThrownBy(() -> read(first)).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    public void whatIsDeletedAlreadyCanBeDeletedAgain() {
        var key = await(files().store(MediaLibraryContract.id("a3"), "960.webp", content(10)));

        await(files().delete(List.of(key)).thenReturn(true));
        await(files().delete(List.of(key)).thenReturn(true));

        assertThatThrownBy(() -> read(key)).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    public void storedFilesAreFoundByTheirAge() {
        var key = await(files().store(MediaLibraryContract.id("a4"), "960.webp", content(10)));

        var old = await(
                files().storedBefore(Instant.parse("2020-01-01T00:00:00Z")).collectList());
        var all = await(
                files().storedBefore(Instant.parse("2100-01-01T00:00:00Z")).collectList());

        assertThat(old).isEmpty();
        assertThat(all).contains(new StoredFile(key, MediaLibraryContract.id("a4")));
    }

    private byte[] read(String key) {
        var bytes = new ByteArrayOutputStream();
        files().read(key)
                .doOnNext(part -> {
                    var some = new byte[part.remaining()];
                    part.get(some);
                    bytes.writeBytes(some);
                })
                .blockLast(TIMEOUT);
        return bytes.toByteArray();
    }

    private static byte[] content(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    @CanIgnoreReturnValue
    private static <T> T await(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }
}
