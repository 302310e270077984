package org.vedette.post.studio.media.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.vedette.pages.Link;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaService;
import org.vedette.post.media.MediaUsage.Use;
import org.vedette.post.media.MediaUses;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.media.web.MediaPage.PictureRow;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Shows pictures with where they are used. */
@Component
final class PictureRows {

    private static final int THUMBNAIL = 300;
    private static final int KB = 1024;

    private final MediaService media;
    private final SiteCalendar calendar;

    PictureRows(MediaService media, SiteCalendar calendar) {
        this.media = media;
        this.calendar = calendar;
    }

    Mono<List<PictureRow>> of(List<Media> pictures, Caller caller) {
        var ids = pictures.stream().map(Media::id).toList();
        return media.uses(ids, caller)
                .zipWith(
                        media.usesInHistory(ids, caller),
                        (uses, inHistory) -> pictures.stream()
                                .map(picture -> row(
                                        picture,
                                        Objects.requireNonNull(uses.get(picture.id())),
                                        Objects.requireNonNull(inHistory.get(picture.id())),
                                        caller))
                                .toList());
    }

    private PictureRow row(Media picture, MediaUses uses, MediaUses inHistory, Caller caller) {
        var address = picture.address();
        var used = uses.visible();
        return new PictureRow(
                picture.id().value(),
                address.toString(),
                MediaAddress.of(picture.id(), thumbnail(picture).name()),
                address.width(),
                address.height(),
                picture.alt(),
                MediaAddress.markdown(picture.alt(), address),
                address.width() + " × " + address.height() + ", " + Math.max(1, picture.size() / KB) + " KB, "
                        + calendar.day(picture.uploadedAt()) + ", by "
                        + picture.uploadedBy().name(),
                links(used),
                uses.hidden(),
                links(inHistory.visible().stream()
                        .filter(use ->
                                used.stream().noneMatch(other -> other.post().equals(use.post())))
                        .toList()),
                inHistory.hidden(),
                picture.mayBeChangedBy(caller));
    }

    /** The narrowest file that every browser shows. */
    private static MediaFile thumbnail(Media picture) {
        return picture.files().stream()
                .filter(file -> file.format() == picture.address().plainFormat())
                .filter(file -> file.width() >= THUMBNAIL)
                .min(Comparator.comparingInt(MediaFile::width))
                .orElseGet(() -> picture.substitute(THUMBNAIL));
    }

    private static List<Link> links(List<Use> uses) {
        return uses.stream()
                .map(use -> new Link(use.title(), StudioPages.POSTS + "/" + use.post()))
                .toList();
    }
}
