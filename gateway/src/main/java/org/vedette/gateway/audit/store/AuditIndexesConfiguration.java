package org.vedette.gateway.audit.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the index of the collection {@code audit}, by which the events of a day are found. */
@Configuration(proxyBeanMethods = false)
class AuditIndexesConfiguration {

    @Bean
    CollectionIndexes auditIndexes(MongoDatabase database) {
        return new CollectionIndexes(
                database.getCollection(MongoAuditLog.COLLECTION),
                List.of(new IndexModel(ascending(MongoAuditLog.DAY))));
    }
}
