package org.vedette.post.renaming.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.renaming.Renamings;
import org.vedette.post.renaming.RenamingsContract;
import org.vedette.testsupport.infrastructure.Infrastructure;

class MongoRenamingsIT extends RenamingsContract {

    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private static final String DATABASE = Infrastructure.freshDatabase("renamings");

    private final MongoRenamings renamings = new MongoRenamings(
            CLIENT.getDatabase(DATABASE).getCollection("renamings"),
            CLIENT.getDatabase(DATABASE).getCollection("renamingClaims"));

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected Renamings renamings() {
        return renamings;
    }
}
