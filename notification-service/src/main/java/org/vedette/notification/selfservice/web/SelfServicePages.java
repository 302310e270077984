package org.vedette.notification.selfservice.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vedette.events.Series;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.preferences.KnownTopics;
import org.vedette.notification.preferences.TimeZones;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.notification.web.PageRenderer;
import org.vedette.pages.Link;
import org.vedette.pages.SitePaths;
import org.vedette.pages.form.Option;
import reactor.core.publisher.Mono;

/** Renders the pages on which subscribers help themselves. */
@Component
class SelfServicePages {

    static final Link FRONT_PAGE = new Link("To the front page", SitePaths.FRONT_PAGE);
    static final Link SUBSCRIBE = new Link("Subscribe", SitePaths.SUBSCRIBE);

    private static final int MOST_TAGS = 30;

    private final PageRenderer pages;
    private final KnownTopics topics;
    private final String siteZone;

    SelfServicePages(PageRenderer pages, KnownTopics topics, NotificationServiceProperties properties) {
        this.pages = pages;
        this.topics = topics;
        this.siteZone = properties.site().zone().getId();
    }

    PageRenderer pages() {
        return pages;
    }

    /** The form, with what is chosen or was sent. */
    Mono<ResponseEntity<byte[]>> form(
            Active active, String token, PreferencesForm form, boolean saved, @Nullable String error) {
        var status = error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return topics.series()
                .collectList()
                .zipWith(topics.tags().collectList())
                .map(known -> page(active, token, form, saved, error, known.getT1(), known.getT2()))
                .map(page -> pages.page(status, "preferences.jte", page));
    }

    private PreferencesPage page(
            Active active,
            String token,
            PreferencesForm form,
            boolean saved,
            @Nullable String error,
            List<Series> series,
            List<String> tags) {
        return new PreferencesPage(
                pages.layout("Your subscription"),
                active.address().masked(),
                token,
                saved,
                error,
                form,
                options(series, form),
                tags.stream().limit(MOST_TAGS).collect(Collectors.joining(", ")),
                days(),
                hours(),
                zones(),
                SubscriptionLinks.UNSUBSCRIBE + token);
    }

    /** Why there is nothing to choose for somebody. */
    ResponseEntity<byte[]> nothingToChoose(Subscriber subscriber) {
        return subscriber instanceof Pending
                ? pages.notice(
                        HttpStatus.CONFLICT,
                        "One step is missing",
                        "You can choose what you get when you have followed the link in the mail that confirms your address.",
                        SUBSCRIBE)
                : pages.notice(
                        HttpStatus.GONE,
                        "You are not subscribed",
                        "This subscription has ended. You can subscribe again at any time.",
                        SUBSCRIBE);
    }

    ResponseEntity<byte[]> invalidLink() {
        return pages.notice(
                HttpStatus.NOT_FOUND,
                "This is not a link of ours",
                "Part of it may be missing. Try to copy the whole link from the mail.",
                FRONT_PAGE);
    }

    /** A series that somebody has chosen is there although no post of it has come by yet. */
    private static List<Option> options(List<Series> series, PreferencesForm form) {
        var known = series.stream().map(each -> new Option(each.slug(), each.title()));
        var others = form.series().stream()
                .filter(slug -> series.stream().noneMatch(each -> each.slug().equals(slug)))
                .map(slug -> new Option(slug, slug));
        return Stream.concat(known, others).toList();
    }

    private static List<Option> days() {
        return Stream.of(DayOfWeek.values())
                .map(day -> new Option(day.name(), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList();
    }

    private static List<Option> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Option(Integer.toString(hour), "%02d:00".formatted(hour)))
                .toList();
    }

    private List<Option> zones() {
        var ofTheSite = new Option("", siteZone + " (this site)");
        return Stream.concat(Stream.of(ofTheSite), TimeZones.names().stream().map(name -> new Option(name, name)))
                .toList();
    }
}
