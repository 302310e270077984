package org.vedette.post.media.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.media.MediaFiles;
import org.vedette.post.media.MediaFilesContract;
import org.vedette.testsupport.infrastructure.Infrastructure;

class GridFsMediaFilesIT extends MediaFilesContract {

    private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongodb());
    private static final GridFsMediaFiles FILES = new GridFsMediaFiles(
            GridFSBuckets.create(CLIENT.getDatabase(Infrastructure.freshDatabase("media")), "media"));

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected MediaFiles files() {
        return FILES;
    }
}
