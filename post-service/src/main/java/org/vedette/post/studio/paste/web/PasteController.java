package org.vedette.post.studio.paste.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.markup.MarkdownConverter;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Converts pasted HTML to Markdown. */
@RestController
final class PasteController {

    private static final int MAX_SIZE = 512 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private final MarkdownConverter converter;
    private final Scheduler rendering;

    PasteController(MarkdownConverter converter, Scheduler renderingScheduler) {
        this.converter = converter;
        this.rendering = renderingScheduler;
    }

    @PostMapping(path = "/studio/markdown", consumes = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<byte[]>> convert(@RequestBody byte[] html) {
        if (html.length > MAX_SIZE) {
            throw new ProblemException(Problem.of(
                    StandardProblem.REQUEST_TOO_LARGE,
                    "What was pasted has more than " + MAX_SIZE + " bytes: paste it in parts, or as plain text."));
        }
        return Mono.fromSupplier(() -> converter.convert(new String(html, StandardCharsets.UTF_8)))
                .subscribeOn(rendering)
                .timeout(TIMEOUT)
                .map(text -> ResponseEntity.ok().contentType(MARKDOWN).body(text.getBytes(StandardCharsets.UTF_8)));
    }
}
