package org.vedette.post.media.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaException.MediaNotFoundException;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaService;
import org.vedette.post.media.MediaService.MediaPage;
import org.vedette.post.requests.Caller;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API of media. */
@RestController
@RequestMapping("/api/media")
final class MediaController {

    private static final String ONE = "/{id}";

    private final MediaService media;
    private final UploadReader uploads;
    private final ContentTags tags;

    MediaController(MediaService media, UploadReader uploads, ContentTags tags) {
        this.media = media;
        this.uploads = uploads;
        this.tags = tags;
    }

    /** Takes a form, or the picture itself with the text as parameter. */
    @PostMapping
    Mono<ResponseEntity<MediaView>> upload(
            ServerHttpRequest request, @RequestParam(defaultValue = "") String alt, Caller caller) {
        return uploads.read(
                        request, parts -> media.upload(parts.file(), parts.alt().isEmpty() ? alt : parts.alt(), caller))
                .flatMap(uploaded -> view(uploaded.media(), caller)
                        .map(view -> (uploaded.isNew()
                                        ? ResponseEntity.created(URI.create("/api/media/" + view.id()))
                                        : ResponseEntity.ok())
                                .body(view)));
    }

    @GetMapping
    Mono<ResponseEntity<MediaList>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(defaultValue = "false") String unused) {
        var after = MediaCursor.parse(cursor).orElse(null);
        var most = MediaCursor.limit(limit);
        return (MediaCursor.flag("unused", unused) ? media.unused(after, most) : media.newest(after, most))
                .flatMap(page -> views(page, caller))
                .map(tags::ok);
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<MediaView>> read(Caller caller, @PathVariable String id) {
        return media.find(mediaId(id)).flatMap(picture -> view(picture, caller)).map(tags::ok);
    }

    @PatchMapping(ONE)
    Mono<MediaView> changeAlt(
            @PathVariable String id, @RequestBody Map<String, @Nullable String> change, Caller caller) {
        return media.changeAlt(mediaId(id), alt(change), caller).flatMap(picture -> view(picture, caller));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable String id, @RequestParam(defaultValue = "false") String inHistory, Caller caller) {
        return media.delete(mediaId(id), MediaCursor.flag("inHistory", inHistory), caller);
    }

    private Mono<MediaView> view(Media picture, Caller caller) {
        return views(List.of(picture), caller).map(views -> views.get(0));
    }

    private Mono<MediaList> views(MediaPage page, Caller caller) {
        return views(page.media(), caller).map(views -> new MediaList(views, MediaCursor.of(page.next())));
    }

    private Mono<List<MediaView>> views(List<Media> pictures, Caller caller) {
        return media.uses(pictures.stream().map(Media::id).toList(), caller)
                .map(uses -> pictures.stream()
                        .map(picture -> MediaView.of(picture, Objects.requireNonNull(uses.get(picture.id()))))
                        .toList());
    }

    private static MediaId mediaId(String id) {
        return MediaId.parse(id).orElseThrow(() -> new MediaNotFoundException(id));
    }

    /** A field that is left out would stay as it is (RFC 7396), and there is no other. */
    private static String alt(Map<String, @Nullable String> change) {
        if (!change.keySet().equals(Set.of(UploadReader.ALT))) {
            throw UploadReader.malformed("Send the field alt and no other: {\"alt\": \"what the picture shows\"}.");
        }
        return Objects.requireNonNullElse(change.get(UploadReader.ALT), "");
    }

    /** @param next cursor of what follows; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MediaList(List<MediaView> media, @Nullable String next) {}
}
