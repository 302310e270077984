package org.vedette.post.studio.preview.web;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.NoticePage;
import org.vedette.post.content.Language;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.web.PostRequest;
import org.vedette.post.publishing.web.SubmissionReader;
import org.vedette.post.studio.editor.web.EditorForm;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Shows what is in the form of the editor as the page of a post. Nothing is stored: the page is the response to the form, which
 * the browser shows in a frame. The gateway lets no script run under /preview, and gives the page an origin of its own.
 */
@RestController
final class PreviewController {

    private final PreviewMapper previews;
    private final StudioPages pages;
    private final Scheduler rendering;
    private final Language siteLanguage;
    private final Clock clock;

    PreviewController(
            PreviewMapper previews,
            StudioPages pages,
            Scheduler renderingScheduler,
            Language siteLanguage,
            Clock clock) {
        this.previews = previews;
        this.pages = pages;
        this.rendering = renderingScheduler;
        this.siteLanguage = siteLanguage;
        this.clock = clock;
    }

    @PostMapping("/preview/post")
    Mono<ResponseEntity<byte[]>> preview(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(fields -> Mono.fromSupplier(() -> preview(fields)).subscribeOn(rendering))
                .onErrorResume(InvalidPostException.class, invalid -> Mono.just(refused(message(invalid))))
                .onErrorResume(
                        UnrenderableMarkdownException.class,
                        complex -> Mono.just(refused("The text " + complex.getMessage() + ".")))
                .onErrorResume(
                        RejectedExecutionException.class,
                        full -> Mono.just(refused("Too many posts are being rendered: try again in a few seconds.")));
    }

    private ResponseEntity<byte[]> preview(MultiValueMap<String, String> fields) {
        var form = EditorForm.of(fields);
        var content =
                SubmissionReader.ofNew(shown(form.request()), siteLanguage).content();
        return pages.ok("studio/preview.jte", previews.page(content, form.correction(), clock.instant()));
    }

    /** Without what only matters when the post is stored. */
    private static PostRequest shown(PostRequest request) {
        var title = request.title();
        return new PostRequest(
                title == null || title.isBlank() ? "Untitled" : title,
                request.standfirst(),
                request.body(),
                request.bylines(),
                request.tags(),
                request.series(),
                request.period(),
                null,
                request.tlp(),
                request.language(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String message(InvalidPostException invalid) {
        return invalid.errors().stream().map(PreviewController::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(FieldError error) {
        return "The field " + error.field() + " " + error.message() + ".";
    }

    private ResponseEntity<byte[]> refused(String message) {
        var title = "There is no preview of this";
        return pages.page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "studio/refusal.jte",
                NoticePage.of(pages.siteLayout(title), title, message, List.of()));
    }
}
