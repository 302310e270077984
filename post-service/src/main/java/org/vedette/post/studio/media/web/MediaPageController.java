package org.vedette.post.studio.media.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaException;
import org.vedette.post.media.MediaException.MediaInUseException;
import org.vedette.post.media.MediaException.MediaNotFoundException;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaService;
import org.vedette.post.media.web.MediaCursor;
import org.vedette.post.media.web.UploadReader;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.web.StudioPages;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.ProblemHandler;
import reactor.core.publisher.Mono;

/** The page of all pictures: where each is used, what it shows, and which nobody uses. */
@RestController
@RequestMapping(StudioPages.MEDIA)
final class MediaPageController {

    private static final int LIMIT = 24;
    private static final Map<String, String> NOTICES = Map.of(
            "uploaded", "The picture is in the library.",
            "saved", "The text is saved. Posts keep the text that they have.",
            "deleted", "The picture is deleted.");

    private final MediaService media;
    private final UploadReader uploads;
    private final PictureRows rows;
    private final ProblemHandler problems;
    private final StudioPages pages;

    MediaPageController(
            MediaService media, UploadReader uploads, PictureRows rows, ProblemHandler problems, StudioPages pages) {
        this.media = media;
        this.uploads = uploads;
        this.rows = rows;
        this.problems = problems;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> list(
            @RequestParam(required = false) @Nullable String unused,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done,
            Caller caller,
            ServerWebExchange exchange) {
        var notice = done == null ? null : NOTICES.get(done);
        return list(HttpStatus.OK, "true".equals(unused), cursor, new Message(notice, null, ""), caller, exchange);
    }

    /** What a page says about the last request; the text of a picture that was refused is not lost. */
    private record Message(
            @Nullable String notice, @Nullable String error, String alt) {}

    private Mono<ResponseEntity<byte[]>> list(
            HttpStatusCode status,
            boolean isUnused,
            @Nullable String cursor,
            Message message,
            Caller caller,
            ServerWebExchange exchange) {
        var after = MediaCursor.parse(cursor == null || cursor.isBlank() ? null : cursor)
                .orElse(null);
        return (isUnused ? media.unused(after, LIMIT) : media.newest(after, LIMIT))
                .flatMap(found -> rows.of(found.media(), caller)
                        .map(pictures -> pages.page(
                                status,
                                "studio/media.jte",
                                new MediaPage(
                                        pages.layout("Media", StudioPages.MEDIA, caller, exchange),
                                        isUnused,
                                        message.notice(),
                                        message.error(),
                                        message.alt(),
                                        pictures,
                                        next(MediaCursor.of(found.next()), isUnused)))));
    }

    private static @Nullable String next(@Nullable String cursor, boolean isUnused) {
        return cursor == null ? null : StudioPages.MEDIA + "?unused=" + isUnused + "&cursor=" + cursor;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> upload(ServerHttpRequest request, Caller caller, ServerWebExchange exchange) {
        return uploads.read(
                request,
                parts -> Mono.defer(() -> media.upload(parts.file(), parts.alt(), caller))
                        .map(uploaded -> StudioPages.redirect(StudioPages.MEDIA + "?done=uploaded")),
                (failure, alt) -> isRefusal(failure) ? refused(failure, alt, caller, exchange) : Mono.error(failure));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof MediaException || failure instanceof ProblemException;
    }

    private Mono<ResponseEntity<byte[]>> refused(
            Throwable failure, String alt, Caller caller, ServerWebExchange exchange) {
        var problem = problems.problem(exchange, failure);
        var message = new Message(null, problem.detail(), alt);
        return list(HttpStatusCode.valueOf(problem.status()), false, null, message, caller, exchange);
    }

    @PostMapping("/{id}/alt")
    Mono<ResponseEntity<byte[]>> changeAlt(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form ->
                        media.changeAlt(mediaId(id), Objects.requireNonNullElse(form.getFirst("alt"), ""), caller))
                .map(changed -> StudioPages.redirect(StudioPages.MEDIA + "?done=saved"))
                .onErrorResume(MediaException.class, failure -> refused(failure, "", caller, exchange));
    }

    @GetMapping("/{id}/deletion")
    Mono<ResponseEntity<byte[]>> ask(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return media.find(mediaId(id)).flatMap(picture -> deletion(HttpStatus.OK, picture, null, caller, exchange));
    }

    @PostMapping("/{id}/deletion")
    Mono<ResponseEntity<byte[]>> delete(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var picture = mediaId(id);
        return exchange.getFormData()
                .flatMap(form -> media.delete(picture, form.containsKey("inHistory"), caller)
                        .thenReturn(StudioPages.redirect(StudioPages.MEDIA + "?done=deleted")))
                .onErrorResume(
                        MediaException.class,
                        failure -> media.find(picture)
                                .flatMap(found -> deletion(
                                        HttpStatusCode.valueOf(problems.problem(exchange, failure)
                                                .status()),
                                        found,
                                        message(failure),
                                        caller,
                                        exchange)));
    }

    private static String message(MediaException failure) {
        if (failure instanceof MediaInUseException) {
            return "Posts use this picture: take it out of them first.";
        }
        return failure instanceof MediaException.MediaInHistoryException
                ? "Earlier revisions of posts have this picture. Tick the box below if it is to be deleted nevertheless."
                : String.valueOf(failure.getMessage());
    }

    private Mono<ResponseEntity<byte[]>> deletion(
            HttpStatusCode status, Media picture, @Nullable String error, Caller caller, ServerWebExchange exchange) {
        return rows.of(List.of(picture), caller)
                .map(found -> pages.page(
                        status,
                        "studio/pictureDeletion.jte",
                        new PictureDeletionPage(
                                pages.layout("Delete a picture", StudioPages.MEDIA, caller, exchange),
                                error,
                                found.get(0))));
    }

    private static MediaId mediaId(String id) {
        return MediaId.parse(id).orElseThrow(() -> new MediaNotFoundException(id));
    }
}
