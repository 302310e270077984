package org.vedette.notification.subscribers.store;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.WatchTerm;

/** Converts between preferences and documents, and says under which keys those who want a post are found. */
final class PreferenceDocuments {

    private static final String SERIES = "series";
    private static final String TAGS = "tags";
    private static final String DAY = "day";
    private static final String HOUR = "hour";
    private static final String ZONE = "zone";
    private static final String SINCE = "since";
    private static final String WATCH = "watch";

    private static final String EVERY_POST = "every post";
    private static final String OF_SERIES = "series:";
    private static final String OF_TAG = "tag:";
    private static final String OF_DIGEST = "digest:";

    private PreferenceDocuments() {}

    static Document toDocument(Preferences preferences) {
        var document = new Document(WATCH, terms(preferences));
        if (preferences.scope() instanceof Scope.Chosen chosen) {
            document.append(SERIES, chosen.series()).append(TAGS, chosen.tags());
        }
        if (preferences.cadence() instanceof Cadence.Digest digest) {
            var schedule = digest.schedule();
            document.append(DAY, schedule.day() == null ? null : schedule.day().name())
                    .append(HOUR, schedule.hour())
                    .append(
                            ZONE,
                            schedule.zone() == null ? null : schedule.zone().getId());
        }
        return document.append(SINCE, preferences.since() == null ? null : Date.from(preferences.since()));
    }

    /** Without a document it is somebody who subscribed before there was a choice. */
    static Preferences toPreferences(@Nullable Document document) {
        if (document == null) {
            return Preferences.EVERYTHING;
        }
        var since = document.getDate(SINCE);
        return new Preferences(
                scope(document),
                cadence(document),
                since == null ? null : since.toInstant(),
                strings(document, WATCH).stream().map(WatchTerm::new).toList());
    }

    /** What a subscriber with these preferences is found under. */
    static List<String> keys(Preferences preferences) {
        if (preferences.cadence() instanceof Cadence.Digest digest) {
            return List.of(key(digest.schedule()));
        }
        return preferences.scope() instanceof Scope.Chosen chosen
                ? keys(chosen.series(), chosen.tags()).toList()
                : List.of(EVERY_POST);
    }

    /** What those who want a mail about a post at once are found under. */
    static List<String> keys(PostTopics post) {
        var series = post.series() == null ? Set.<String>of() : Set.of(post.series());
        return Stream.concat(Stream.of(EVERY_POST), keys(series, post.tags())).toList();
    }

    static String key(DigestSchedule schedule) {
        return OF_DIGEST + schedule.id();
    }

    static List<String> terms(Preferences preferences) {
        return preferences.watchTerms().stream().map(WatchTerm::value).toList();
    }

    private static Stream<String> keys(Collection<String> series, Collection<String> tags) {
        return Stream.concat(
                series.stream().map(OF_SERIES::concat), tags.stream().map(OF_TAG::concat));
    }

    private static Scope scope(Document document) {
        return document.containsKey(SERIES)
                ? new Scope.Chosen(strings(document, SERIES), strings(document, TAGS))
                : new Scope.Everything();
    }

    private static Cadence cadence(Document document) {
        var hour = document.getInteger(HOUR);
        if (hour == null) {
            return new Cadence.Immediate();
        }
        var day = document.getString(DAY);
        var zone = document.getString(ZONE);
        return new Cadence.Digest(new DigestSchedule(
                day == null ? null : DayOfWeek.valueOf(day), hour, zone == null ? null : ZoneId.of(zone)));
    }

    private static List<String> strings(Document document, String field) {
        return document.getList(field, String.class, List.of());
    }
}
