package org.vedette.post.studio.preview.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.pages.NoticePage;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.sharing.LinkSecret;
import org.vedette.post.sharing.SharingException.LinkNotFoundException;
import org.vedette.post.sharing.SharingService;
import org.vedette.post.sharing.SharingService.SharedPost;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Shows a post to somebody outside who has a link to it. No cache keeps it, no search engine lists it. */
@RestController
final class SharedPreviewController {

    private final SharingService sharing;
    private final PreviewMapper previews;
    private final Permalinks permalinks;
    private final SiteCalendar calendar;
    private final StudioPages pages;
    private final Scheduler rendering;
    private final Clock clock;

    SharedPreviewController(
            SharingService sharing,
            PreviewMapper previews,
            Permalinks permalinks,
            SiteCalendar calendar,
            StudioPages pages,
            Scheduler renderingScheduler,
            Clock clock) {
        this.sharing = sharing;
        this.previews = previews;
        this.permalinks = permalinks;
        this.calendar = calendar;
        this.pages = pages;
        this.rendering = renderingScheduler;
        this.clock = clock;
    }

    @GetMapping("/preview/links/{secret}")
    Mono<ResponseEntity<byte[]>> open(@PathVariable String secret) {
        return Mono.justOrEmpty(LinkSecret.parse(secret))
                .switchIfEmpty(Mono.error(LinkNotFoundException::new))
                .flatMap(sharing::open)
                .flatMap(this::show)
                .onErrorResume(
                        LinkNotFoundException.class,
                        none -> Mono.just(notice(
                                HttpStatus.NOT_FOUND, "There is nothing here", String.valueOf(none.getMessage()))))
                .onErrorResume(
                        failure -> failure instanceof UnrenderableMarkdownException
                                || failure instanceof RejectedExecutionException,
                        failure -> Mono.just(notice(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "The preview cannot be shown",
                                "Try again later, or tell whoever sent you the link.")));
    }

    private Mono<ResponseEntity<byte[]>> show(SharedPost shared) {
        var post = shared.post();
        return post instanceof Published && post.content().tlp() == Tlp.CLEAR
                ? Mono.just(published(post))
                : Mono.fromSupplier(() -> page(shared)).subscribeOn(rendering);
    }

    /** What is public needs no preview any more. */
    private ResponseEntity<byte[]> published(Post post) {
        return privately(ResponseEntity.status(HttpStatus.FOUND))
                .location(URI.create(permalinks.of(post.slug())))
                .build();
    }

    private ResponseEntity<byte[]> page(SharedPost shared) {
        var post = shared.post();
        var date = post instanceof Scheduled scheduled ? scheduled.schedule().publishAt() : clock.instant();
        var notice = "A preview for you, which is not public: please do not pass it on. The link ends "
                + calendar.minute(shared.link().expiresAt()) + ".";
        return withHeaders(pages.ok(
                "studio/preview.jte", previews.page(post.content(), "", date).saying(notice)));
    }

    private ResponseEntity<byte[]> notice(HttpStatus status, String title, String message) {
        return withHeaders(pages.page(
                status, "studio/refusal.jte", NoticePage.of(pages.siteLayout(title), title, message, List.of())));
    }

    private static ResponseEntity<byte[]> withHeaders(ResponseEntity<byte[]> page) {
        return privately(ResponseEntity.status(page.getStatusCode()).headers(page.getHeaders()))
                .body(page.getBody());
    }

    private static ResponseEntity.BodyBuilder privately(ResponseEntity.BodyBuilder response) {
        return response.cacheControl(CacheControl.noStore()).header("X-Robots-Tag", "noindex, nofollow");
    }
}
