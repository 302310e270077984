package org.vedette.embedded.store;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;

/**
 * Writes to the documents of a {@link RandomDocuments} whose outcome does not depend on the order in which a server comes upon
 * the documents: what can fail changes one document, by its id.
 */
final class RandomWrites {

    private final RandomDocuments shuffle;
    private final RandomQueries questions;

    RandomWrites(RandomDocuments shuffle, RandomQueries questions) {
        this.shuffle = shuffle;
        this.questions = questions;
    }

    WriteModel<Document> change() {
        return switch (shuffle.upTo(10)) {
            case 0, 1 -> new InsertOneModel<>(shuffle.document());
            case 2 -> new UpdateManyModel<>(questions.query(), harmless());
            case 3 -> new DeleteOneModel<>(byId());
            case 4 -> new DeleteManyModel<>(few());
            case 5 -> replacement();
            case 6 -> guarded();
            default -> new UpdateOneModel<>(byId(), update());
        };
    }

    private Document byId() {
        return new Document("_id", shuffle.id());
    }

    private Document few() {
        return new Document("$and", List.of(questions.query(), new Document("y", shuffle.upTo(12))));
    }

    /** The projection's write: only what is newer replaces; an older one collides with the id. */
    private WriteModel<Document> guarded() {
        var revision = shuffle.upTo(6);
        var guard = byId().append("revision", new Document("$lt", revision));
        var update = new Document("$set", new Document("revision", revision).append("state", "sent"));
        return new UpdateOneModel<>(guard, update, new UpdateOptions().upsert(true));
    }

    private WriteModel<Document> replacement() {
        var replacement = shuffle.document();
        replacement.remove("_id");
        return new ReplaceOneModel<>(byId(), replacement);
    }

    private Document harmless() {
        return shuffle.pick(
                new Document("$set", new Document("state", shuffle.anything())),
                new Document("$set", new Document("alertId", shuffle.number())),
                new Document("$unset", new Document("tags", "")));
    }

    private Document update() {
        return shuffle.pick(
                new Document("$set", new Document("slugs", shuffle.slugs())),
                new Document("$set", new Document("x", shuffle.scalar()).append("y", shuffle.upTo(12))),
                new Document("$set", new Document("author.name", "Grace")),
                new Document("$set", new Document("authors", shuffle.anything())),
                new Document("$unset", new Document("slugs", "").append("state", "")),
                new Document("$inc", new Document("alertId", 1)),
                new Document("$push", new Document("tags", shuffle.scalar())),
                new Document("$addToSet", new Document("slugs", shuffle.slug())),
                new Document("$pull", new Document("tags", new Document("$in", List.of("sent", "x", 1)))),
                new Document("$pop", new Document("authors", 1)));
    }
}
