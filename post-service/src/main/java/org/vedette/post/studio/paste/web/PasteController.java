package org.vedette.post.studio.paste.web;

import com.vladsch.flexmark.html2md.converter.FlexmarkHtmlConverter;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Converts pasted HTML to Markdown, without scripts, styles and what Markdown does not have. What comes of it is rendered and
 * sanitized as whatever somebody types.
 */
@RestController
final class PasteController {

    private static final int MAX_SIZE = 512 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final Safelist ELEMENTS = Safelist.basicWithImages()
            .addTags("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "hr", "del");

    private final FlexmarkHtmlConverter converter;
    private final Scheduler rendering;

    PasteController(Scheduler renderingScheduler) {
        var options = new MutableDataSet()
                .set(FlexmarkHtmlConverter.SETEXT_HEADINGS, false)
                .set(FlexmarkHtmlConverter.OUTPUT_ATTRIBUTES_ID, false);
        this.converter = FlexmarkHtmlConverter.builder(options).build();
        this.rendering = renderingScheduler;
    }

    @PostMapping(path = "/studio/markdown", consumes = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<byte[]>> convert(@RequestBody byte[] html) {
        if (html.length > MAX_SIZE) {
            throw new ProblemException(Problem.of(
                    StandardProblem.REQUEST_TOO_LARGE,
                    "What was pasted has more than " + MAX_SIZE + " bytes: paste it in parts, or as plain text."));
        }
        return Mono.fromSupplier(() -> markdown(new String(html, StandardCharsets.UTF_8)))
                .subscribeOn(rendering)
                .timeout(TIMEOUT)
                .map(text -> ResponseEntity.ok().contentType(MARKDOWN).body(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String markdown(String html) {
        return converter.convert(Jsoup.clean(html, ELEMENTS)).strip();
    }
}
