package org.vedette.post.autosave.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.post.autosave.Autosave;
import org.vedette.post.autosave.AutosaveKey;
import org.vedette.post.autosave.Autosaves;
import org.vedette.post.lifecycle.PostId;
import reactor.core.publisher.Mono;

/** What was typed and not saved yet, one document for each person and post. */
@Component
final class MongoAutosaves implements Autosaves {

    /** Id of the post; absent for a new one. */
    static final String POST = "post";

    /** Key and person. */
    private static final String ID = "_id";

    private static final String NAME = "name";
    private static final String VALUES = "values";

    private final MongoCollection<Document> autosaves;

    MongoAutosaves(MongoCollection<Document> autosaves) {
        this.autosaves = autosaves;
    }

    @Override
    public Mono<Autosave> find(String person, AutosaveKey key) {
        return Mono.from(autosaves.find(eq(id(person, key))).first()).map(document -> autosave(document, person, key));
    }

    @Override
    public Mono<Void> put(Autosave autosave) {
        var id = id(autosave.person(), autosave.key());
        return Mono.from(autosaves.replaceOne(eq(id), document(id, autosave), new ReplaceOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Void> delete(String person, AutosaveKey key) {
        return Mono.from(autosaves.deleteOne(eq(id(person, key)))).then();
    }

    @Override
    public Mono<Void> deleteAll(PostId post) {
        return Mono.from(autosaves.deleteMany(eq(POST, post.value()))).then();
    }

    /** A key has no slash, so that no two are the same. */
    private static String id(String person, AutosaveKey key) {
        return key.value() + "/" + person;
    }

    private static Document document(String id, Autosave autosave) {
        var document = new Document(ID, id)
                .append("revision", autosave.revision())
                .append("at", Date.from(autosave.at()))
                .append(
                        "fields",
                        autosave.fields().entrySet().stream()
                                .map(field -> new Document(NAME, field.getKey()).append(VALUES, field.getValue()))
                                .toList());
        var post = autosave.key().post();
        return post == null ? document : document.append(POST, post.value());
    }

    private static Autosave autosave(Document document, String person, AutosaveKey key) {
        var fields = new LinkedHashMap<String, List<String>>();
        document.getList("fields", Document.class)
                .forEach(field -> fields.put(field.getString(NAME), field.getList(VALUES, String.class)));
        return new Autosave(
                person,
                key,
                document.getLong("revision"),
                fields,
                document.getDate("at").toInstant());
    }
}
