package org.vedette.notification.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.bounces.SentMail;
import org.vedette.notification.bounces.SentMails;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link SentMails} from the collection {@code deliveries}. */
@Component
class MongoSentMails implements SentMails {

    /** A mail that got no reply may be out as well. */
    private static final Set<String> HANDED_OVER =
            Set.of(DeliveryDocuments.SENT, DeliveryDocuments.UNCERTAIN, DeliveryDocuments.REPEATED);

    private static final String COMPLAINED_AT = "complainedAt";
    /** Absent in rows without a bounce by a report, and in those of earlier versions. */
    private static final String REPORTS = "reports";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoSentMails(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(MongoLedger.COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<SentMail> with(String delivery) {
        return find(eq(DeliveryDocuments.ID, delivery)).next();
    }

    @Override
    public Flux<SentMail> to(SubscriberId subscriber) {
        return find(eq(DeliveryDocuments.SUBSCRIBER, subscriber.value()));
    }

    @Override
    public Mono<Boolean> bounce(SentMail mail, Bounced state, @Nullable String report) {
        var bounced = combine(
                set(DeliveryDocuments.STATE, DeliveryDocuments.BOUNCED),
                set(DeliveryDocuments.AT, Date.from(state.at())),
                set(DeliveryDocuments.REPLY, state.reply()),
                set(DeliveryDocuments.BOUNCE, state.kind().name()));
        return update(
                and(eq(DeliveryDocuments.ID, mail.id().value()), in(DeliveryDocuments.STATE, HANDED_OVER)),
                report == null ? bounced : combine(bounced, addToSet(REPORTS, report)));
    }

    @Override
    public Mono<Boolean> complain(SentMail mail, String words, Instant at) {
        return update(
                and(eq(DeliveryDocuments.ID, mail.id().value()), eq(DeliveryDocuments.COMPLAINT, null)),
                combine(set(DeliveryDocuments.COMPLAINT, words), set(COMPLAINED_AT, Date.from(at))));
    }

    private Mono<Boolean> update(Bson rows, Bson change) {
        return Mono.from(collection.updateOne(rows, change)).map(result -> result.getMatchedCount() == 1);
    }

    private Flux<SentMail> find(Bson filter) {
        return Flux.from(collection.find(filter))
                .mapNotNull(row -> reader.readOrSkip(MongoLedger.COLLECTION, row, MongoSentMails::mail));
    }

    private static SentMail mail(Document row) {
        var state = row.getString(DeliveryDocuments.STATE);
        var isBounced = state.equals(DeliveryDocuments.BOUNCED);
        return new SentMail(
                DeliveryDocuments.id(row),
                state(state),
                row.getDate(DeliveryDocuments.OPENED_AT).toInstant(),
                row.getDate(DeliveryDocuments.AT).toInstant(),
                isBounced ? DeliveryDocuments.bounceKind(row) : null,
                row.getString(DeliveryDocuments.COMPLAINT) != null,
                Set.copyOf(row.getList(REPORTS, String.class, List.of())));
    }

    private static SentMail.State state(String state) {
        if (HANDED_OVER.contains(state)) {
            return SentMail.State.HANDED_OVER;
        }
        if (state.equals(DeliveryDocuments.CLAIMED)) {
            return SentMail.State.IN_PROGRESS;
        }
        return state.equals(DeliveryDocuments.BOUNCED) ? SentMail.State.BOUNCED : SentMail.State.NOT_SENT;
    }
}
