package org.vedette.post.media.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.vedette.post.media.MediaException.MediaBusyException;
import org.vedette.post.media.MediaLimits;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class UploadReaderTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LARGEST = 100;

    private final UploadReader reader =
            new UploadReader(new MediaLimits(LARGEST, 1, 1, 1, 1, 1, Duration.ofSeconds(1)));

    @Test
    void fourOfTheLargestUploadsAreTakenAtOnce() {
        var first = upload(LARGEST);
        for (var more = 0; more < 3; more++) {
            assertThat(upload(LARGEST).isDisposed()).isFalse();
        }

        assertThatThrownBy(() -> size(1)).isInstanceOf(MediaBusyException.class);

        first.dispose();
        assertThat(size(LARGEST)).isEqualTo(LARGEST);
    }

    @Test
    void smallUploadsAreMore() {
        for (var more = 0; more < 39; more++) {
            assertThat(upload(LARGEST / 10).isDisposed()).isFalse();
        }

        assertThat(size(LARGEST / 10)).isEqualTo(LARGEST / 10);
    }

    @Test
    void theTextBeforeAFileThatSaysToBeTooLargeIsNotLost() {
        var form = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"alt\"",
                "",
                "A chart",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"",
                "",
                "x",
                "--b--",
                "");
        var request = MockServerHttpRequest.post("/studio/media")
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=b"))
                .contentLength(10_000_000)
                .body(form);

        var answer = reader.<String>read(
                        request, parts -> Mono.just("taken"), (failure, text) -> Mono.just(failure.getMessage() + text))
                .block(TIMEOUT);

        assertThat(answer).contains("" + LARGEST, "A chart").doesNotContain("taken");
        assertThat(size(LARGEST)).isEqualTo(LARGEST);
    }

    /** One that is in work until it is disposed of. */
    private Disposable upload(int size) {
        return reader.read(request(size), parts -> Mono.never()).subscribe(ignored -> {}, failure -> {});
    }

    private int size(int size) {
        return reader.read(request(size), parts -> Mono.just(parts.file().length))
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private static MockServerHttpRequest request(int size) {
        return MockServerHttpRequest.post("/api/media")
                .contentType(MediaType.IMAGE_PNG)
                .contentLength(size)
                .body("x".repeat(size));
    }
}
