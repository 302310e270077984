package org.vedette.post.media.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.PostServiceProperties;
import org.vedette.starter.mongo.CollectionIndexes;

/** The collection of pictures, the bucket of their files, and their indexes. */
@Configuration(proxyBeanMethods = false)
class MediaStoreConfiguration {

    private static final String BUCKET = "media";

    @Bean
    MongoCollection<Document> media(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("media");
    }

    @Bean
    GridFSBucket mediaBucket(MongoClient client, PostServiceProperties properties) {
        return GridFSBuckets.create(client.getDatabase(properties.database()), BUCKET);
    }

    @Bean
    CollectionIndexes mediaIndexes(MongoCollection<Document> media) {
        return new CollectionIndexes(
                media, List.of(new IndexModel(Indexes.descending(MediaDocuments.UPLOADED_AT, MediaDocuments.ID))));
    }

    /**
     * The driver creates the indexes of GridFS with the first file. The one of chunks is on two fields, of which a read names
     * only the first; the embedded store would scan all chunks without this one.
     */
    @Bean
    CollectionIndexes mediaChunkIndexes(MongoClient client, PostServiceProperties properties) {
        return new CollectionIndexes(
                client.getDatabase(properties.database()).getCollection(BUCKET + ".chunks"),
                List.of(new IndexModel(Indexes.ascending("files_id"))));
    }
}
