package org.vedette.post.media.store;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Component;
import org.vedette.post.media.MediaFiles;
import org.vedette.post.media.MediaId;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contents in GridFS; each file says which picture it belongs to. */
@Component
final class GridFsMediaFiles implements MediaFiles {

    private static final String MEDIA = "media";

    private final GridFSBucket bucket;

    GridFsMediaFiles(GridFSBucket mediaBucket) {
        this.bucket = mediaBucket;
    }

    @Override
    public Mono<String> store(MediaId media, String name, byte[] content) {
        var options = new GridFSUploadOptions().metadata(new Document(MEDIA, media.value()));
        return Mono.from(bucket.uploadFromPublisher(
                        media + "/" + name, Mono.fromSupplier(() -> ByteBuffer.wrap(content)), options))
                .map(ObjectId::toHexString);
    }

    @Override
    public Flux<ByteBuffer> read(String key) {
        return Flux.from(bucket.downloadToPublisher(new ObjectId(key)))
                .onErrorMap(
                        MongoGridFSException.class,
                        missing -> new UnreadableDocumentException("media.files", key, missing));
    }

    @Override
    public Mono<Void> delete(Collection<String> keys) {
        return Flux.fromIterable(keys)
                .concatMap(
                        key -> Mono.from(bucket.delete(new ObjectId(key))).onErrorComplete(MongoGridFSException.class))
                .then();
    }

    @Override
    public Flux<StoredFile> storedBefore(Instant instant) {
        return Flux.from(bucket.find(lt("uploadDate", Date.from(instant)))).flatMapIterable(GridFsMediaFiles::stored);
    }

    /** None when somebody else put the file there. */
    private static Iterable<StoredFile> stored(GridFSFile file) {
        return Stream.ofNullable(file.getMetadata())
                .map(metadata -> metadata.getString(MEDIA))
                .flatMap(media -> Optional.ofNullable(media).stream())
                .flatMap(media -> MediaId.parse(media).stream())
                .map(media -> new StoredFile(file.getObjectId().toHexString(), media))
                .toList();
    }
}
