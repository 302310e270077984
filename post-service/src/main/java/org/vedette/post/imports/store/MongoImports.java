package org.vedette.post.imports.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.post.imports.Import;
import org.vedette.post.imports.Imports;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The imports, one document each. */
@Component
final class MongoImports implements Imports {

    private final MongoCollection<Document> imports;

    MongoImports(MongoCollection<Document> imports) {
        this.imports = imports;
    }

    @Override
    public Mono<Void> save(Import one) {
        return Mono.from(imports.replaceOne(eq(one.id()), ImportDocuments.of(one), new ReplaceOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Import> find(UUID id) {
        return Mono.from(imports.find(eq(id)).first()).map(ImportDocuments::read);
    }

    @Override
    public Flux<Import> newest(int limit) {
        return Flux.from(imports.find()
                        .projection(Projections.exclude(ImportDocuments.ITEMS))
                        .sort(Sorts.descending(ImportDocuments.STARTED_AT))
                        .limit(limit))
                .map(ImportDocuments::read);
    }
}
