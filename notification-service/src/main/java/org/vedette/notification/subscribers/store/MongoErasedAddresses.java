package org.vedette.notification.subscribers.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.LinkKey;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.selfservice.ErasedAddresses;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

/**
 * {@link ErasedAddresses} in the collection {@code erasedAddresses}. The salt of the hashes is the key of the links, which is
 * not in the store: who has the store alone cannot try addresses.
 */
@Component
class MongoErasedAddresses implements ErasedAddresses {

    private static final String COLLECTION = "erasedAddresses";
    private static final String ID = "_id";
    private static final String AT = "at";

    /** Keeps the hashes apart from the MACs of links. */
    private static final String PURPOSE = "erased:";

    private final MongoCollection<Document> collection;
    private final LinkKey salt;

    MongoErasedAddresses(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.salt = new LinkKey(properties.linkKey());
    }

    @Override
    public Mono<Void> remember(EmailAddress address, Instant now) {
        var document = new Document(ID, hash(address)).append(AT, Date.from(now));
        return Mono.from(collection.replaceOne(eq(ID, hash(address)), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Boolean> contains(EmailAddress address) {
        return Mono.from(collection.find(eq(ID, hash(address))).first()).hasElement();
    }

    @Override
    public Mono<Long> forget(Instant before) {
        return Mono.from(collection.deleteMany(lt(AT, Date.from(before)))).map(result -> result.getDeletedCount());
    }

    private String hash(EmailAddress address) {
        var bytes = salt.apply((PURPOSE + address.key()).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
