package org.vedette.notification.alerts.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Period;
import org.vedette.events.Series;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.Occasion;

/** Converts between alerts and documents. No other class knows the names of the fields. */
final class AlertDocuments {

    static final String ID = "_id";
    static final String STATE = "state";
    static final String CREATED_AT = "createdAt";

    private static final String HIDDEN_BY = "hiddenByRevision";
    private static final String OCCASION = "occasion";
    private static final String OCCASION_TEXT = "occasionText";
    private static final String PUBLICATION = "publication";
    private static final String CORRECTION = "correction";
    private static final String WITHDRAWAL = "withdrawal";
    private static final String PLANNING = "planning";
    private static final String PLANNED = "planned";
    private static final String TOO_OLD = "tooOld";
    private static final String WITHDRAWN = "withdrawn";

    private AlertDocuments() {}

    static Document toDocument(Alert alert) {
        return new Document(ID, alert.id().value())
                .append(CREATED_AT, Date.from(alert.createdAt()))
                .append("post", post(alert.post()))
                .append(STATE, stateName(alert.state()))
                .append("audience", alert.audience())
                .append("stateAt", stateAt(alert))
                .append(HIDDEN_BY, hiddenBy(alert.state()))
                .append(OCCASION, occasionName(alert.occasion()))
                .append(OCCASION_TEXT, occasionText(alert.occasion()));
    }

    static Alert toAlert(Document document) {
        return new Alert(
                new AlertId(document.getString(ID)),
                post(document.get("post", Document.class)),
                document.getDate(CREATED_AT).toInstant(),
                state(document),
                occasion(document));
    }

    private static String occasionName(Occasion occasion) {
        if (occasion instanceof Occasion.Publication) {
            return PUBLICATION;
        }
        return occasion instanceof Occasion.Correction ? CORRECTION : WITHDRAWAL;
    }

    private static @Nullable String occasionText(Occasion occasion) {
        if (occasion instanceof Occasion.Correction correction) {
            return correction.text();
        }
        return occasion instanceof Occasion.Withdrawal withdrawal ? withdrawal.reason() : null;
    }

    /** Alerts of earlier versions are about publications. */
    private static Occasion occasion(Document document) {
        return switch (document.get(OCCASION, PUBLICATION)) {
            case CORRECTION -> new Occasion.Correction(document.getString(OCCASION_TEXT));
            case WITHDRAWAL -> new Occasion.Withdrawal(document.getString(OCCASION_TEXT));
            default -> new Occasion.Publication();
        };
    }

    static String stateName(AlertState state) {
        if (state instanceof AlertState.Planning) {
            return PLANNING;
        }
        if (state instanceof AlertState.Planned) {
            return PLANNED;
        }
        return state instanceof AlertState.TooOld ? TOO_OLD : WITHDRAWN;
    }

    private static Date stateAt(Alert alert) {
        if (alert.state() instanceof AlertState.Planned planned) {
            return Date.from(planned.at());
        }
        return Date.from(alert.state() instanceof AlertState.Withdrawn withdrawn ? withdrawn.at() : alert.createdAt());
    }

    private static long hiddenBy(AlertState state) {
        return state instanceof AlertState.Withdrawn withdrawn ? withdrawn.revision() : 0;
    }

    private static AlertState state(Document document) {
        var audience = document.getLong("audience");
        var at = document.getDate("stateAt").toInstant();
        var name = document.getString(STATE);
        return switch (name) {
            case PLANNING -> new AlertState.Planning();
            case PLANNED -> new AlertState.Planned(audience, at);
            case TOO_OLD -> new AlertState.TooOld();
            case WITHDRAWN -> new AlertState.Withdrawn(audience, at, document.get(HIDDEN_BY, 0L));
            default -> throw new IllegalStateException("unknown state of an alert: " + name);
        };
    }

    private static Document post(AlertedPost post) {
        return new Document("id", post.id())
                .append("slug", post.slug())
                .append("title", post.title())
                .append("standfirst", post.standfirst())
                .append("excerpt", post.excerpt())
                .append(
                        "bylines",
                        post.bylines().stream().map(AlertDocuments::byline).toList())
                .append("series", series(post.series()))
                .append("period", period(post.period()))
                .append("tlp", post.tlp())
                .append("publishedAt", Date.from(post.publishedAt()))
                .append("language", post.language());
    }

    private static AlertedPost post(Document document) {
        return new AlertedPost(
                document.get("id", UUID.class),
                document.getString("slug"),
                document.getString("title"),
                document.getString("standfirst"),
                document.getString("excerpt"),
                bylines(document),
                series(document.get("series", Document.class)),
                period(document.get("period", Document.class)),
                document.getString("tlp"),
                publishedAt(document),
                document.getString("language"));
    }

    private static Document byline(Byline byline) {
        return new Document("name", byline.name()).append("affiliation", byline.affiliation());
    }

    private static List<Byline> bylines(Document document) {
        return document.getList("bylines", Document.class).stream()
                .map(byline -> new Byline(byline.getString("name"), byline.getString("affiliation")))
                .toList();
    }

    private static @Nullable Document series(@Nullable Series series) {
        return series == null ? null : new Document("slug", series.slug()).append("title", series.title());
    }

    private static @Nullable Series series(@Nullable Document document) {
        return document == null ? null : new Series(document.getString("slug"), document.getString("title"));
    }

    private static @Nullable Document period(@Nullable Period period) {
        return period == null
                ? null
                : new Document("from", period.from().toString())
                        .append("to", period.to().toString());
    }

    private static @Nullable Period period(@Nullable Document document) {
        return document == null
                ? null
                : new Period(LocalDate.parse(document.getString("from")), LocalDate.parse(document.getString("to")));
    }

    private static Instant publishedAt(Document document) {
        return document.getDate("publishedAt").toInstant();
    }
}
