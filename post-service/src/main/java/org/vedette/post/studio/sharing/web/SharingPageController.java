package org.vedette.post.studio.sharing.web;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.publishing.web.PostResponses;
import org.vedette.post.requests.Caller;
import org.vedette.post.sharing.PreviewLink;
import org.vedette.post.sharing.SharingException;
import org.vedette.post.sharing.SharingException.LinkNotFoundException;
import org.vedette.post.sharing.SharingService;
import org.vedette.post.studio.sharing.web.SharingPage.LinkRow;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Makes and revokes links to previews of a post. */
@RestController
@RequestMapping(StudioPages.POSTS + "/{id}/preview-links")
final class SharingPageController {

    private final SharingService sharing;
    private final PublishingService publishing;
    private final Permalinks permalinks;
    private final SiteCalendar calendar;
    private final StudioPages pages;

    SharingPageController(
            SharingService sharing,
            PublishingService publishing,
            Permalinks permalinks,
            SiteCalendar calendar,
            StudioPages pages) {
        this.sharing = sharing;
        this.publishing = publishing;
        this.permalinks = permalinks;
        this.calendar = calendar;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> all(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return page(HttpStatus.OK, PostResponses.postId(id), null, null, caller, exchange);
    }

    /** The address of a new link is on the page that answers, and nowhere else. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> make(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var post = PostResponses.postId(id);
        return exchange.getFormData()
                .flatMap(form -> sharing.make(post, days(form.getFirst("days")), caller))
                .flatMap(made -> page(
                        HttpStatus.OK, post, permalinks.ofPreview(made.secret().value()), null, caller, exchange))
                .onErrorResume(
                        SharingException.class,
                        refused -> page(
                                HttpStatus.UNPROCESSABLE_CONTENT, post, null, refused.getMessage(), caller, exchange));
    }

    @PostMapping("/{link}/revocation")
    Mono<ResponseEntity<byte[]>> revoke(
            @PathVariable String id, @PathVariable String link, Caller caller, ServerWebExchange exchange) {
        var post = PostResponses.postId(id);
        return Mono.defer(() -> sharing.revoke(post, linkId(link), caller))
                .thenReturn(StudioPages.redirect(StudioPages.POSTS + "/" + post + "/preview-links"))
                .onErrorResume(
                        SharingException.class,
                        gone -> page(HttpStatus.NOT_FOUND, post, null, "That link ended already.", caller, exchange));
    }

    private static UUID linkId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new LinkNotFoundException();
        }
    }

    private static int days(@Nullable String text) {
        var days = Objects.requireNonNullElse(text, "");
        return days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatusCode status,
            PostId id,
            @Nullable String made,
            @Nullable String error,
            Caller caller,
            ServerWebExchange exchange) {
        return publishing
                .find(id, caller)
                .flatMap(post -> sharing.of(id, caller)
                        .map(links -> pages.page(
                                status,
                                "studio/previewLinks.jte",
                                new SharingPage(
                                        pages.layout("Share a preview", StudioPages.POSTS, caller, exchange),
                                        StudioPages.POSTS + "/" + id,
                                        post.content().title().value(),
                                        label(post),
                                        made,
                                        error,
                                        links.stream().map(this::row).toList()))));
    }

    private static @Nullable String label(Post post) {
        var tlp = post.content().tlp();
        return tlp == Tlp.CLEAR ? null : "TLP:" + tlp.label();
    }

    private LinkRow row(PreviewLink link) {
        return new LinkRow(
                link.id().toString(),
                "Until " + calendar.minute(link.expiresAt()) + ", made by "
                        + link.by().name() + ", " + calendar.minute(link.createdAt()));
    }
}
