package org.vedette.notification.preferences.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.events.Series;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.preferences.KnownTopics;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link KnownTopics} in the collection {@code topics}: one small document for each. */
@Component
class MongoKnownTopics implements KnownTopics {

    static final String COLLECTION = "topics";

    private static final String ID = "_id";
    private static final String KIND = "kind";
    private static final String SERIES = "series";
    private static final String TAG = "tag";
    private static final String NAME = "name";
    private static final String TITLE = "title";

    private final MongoCollection<Document> collection;

    MongoKnownTopics(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> learn(@Nullable Series series, Collection<String> tags) {
        var upserts = new ArrayList<WriteModel<Document>>();
        tags.forEach(tag -> upserts.add(upsert(TAG, tag, tag)));
        if (series != null) {
            upserts.add(upsert(SERIES, series.slug(), series.title()));
        }
        return upserts.isEmpty()
                ? Mono.empty()
                : Mono.from(collection.bulkWrite(upserts)).then();
    }

    @Override
    public Flux<Series> series() {
        return Flux.from(collection.find(eq(KIND, SERIES)))
                .map(document -> new Series(document.getString(NAME), document.getString(TITLE)))
                .sort(Comparator.comparing(Series::title));
    }

    @Override
    public Flux<String> tags() {
        return Flux.from(collection.find(eq(KIND, TAG)))
                .map(document -> document.getString(NAME))
                .sort();
    }

    private static WriteModel<Document> upsert(String kind, String name, String title) {
        var known = combine(set(KIND, kind), set(NAME, name), set(TITLE, title));
        return new UpdateOneModel<>(eq(ID, kind + ":" + name), known, new UpdateOptions().upsert(true));
    }
}
