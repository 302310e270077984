package org.vedette.starter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MongoFailuresTests {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final int DISK_FULL = 14031;
    private static final int UNAUTHORIZED = 13;
    private static final int NOT_PRIMARY = 10107;
    private static final int DUPLICATE_KEY = 11000;
    private static final int BAD_VALUE = 2;

    static Stream<Throwable> outages() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                new MongoSocketReadException("closed", SERVER),
                new MongoConnectionPoolClearedException(new ServerId(new ClusterId(), SERVER), new RuntimeException()),
                new MongoSecurityException(
                        MongoCredential.createCredential("a", "b", "c".toCharArray()), "refused credentials"),
                command(UNAUTHORIZED),
                command(NOT_PRIMARY),
                command(DISK_FULL),
                write(DISK_FULL),
                bulk(DISK_FULL),
                new TimeoutException(),
                new IllegalStateException(new MongoTimeoutException("wrapped")));
    }

    @Test
    void aFullDiskIsDistinguishedFromOtherOutages() {
        assertThat(MongoFailures.isOutOfDiskSpace(new IllegalStateException(command(DISK_FULL))))
                .isTrue();
        assertThat(MongoFailures.isOutOfDiskSpace(command(NOT_PRIMARY))).isFalse();
        assertThat(MongoFailures.isOutOfDiskSpace(new MongoTimeoutException("no server")))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aFailureOfTheServerIsAnOutage(Throwable failure) {
        assertThat(MongoFailures.isOutage(failure)).isTrue();
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                write(DUPLICATE_KEY), bulk(DUPLICATE_KEY), command(BAD_VALUE), new IllegalStateException("a bug"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfTheRequestIsNoOutage(Throwable failure) {
        assertThat(MongoFailures.isOutage(failure)).isFalse();
    }

    @Test
    void aBulkWriteOfWhichOneDocumentMetAFullDiskIsAnOutage() {
        var failure = new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(error(DUPLICATE_KEY), error(DISK_FULL)),
                null,
                SERVER,
                Set.of());

        assertThat(MongoFailures.isOutage(failure)).isTrue();
    }

    @Test
    void onlyAWriteThatAUniqueIndexRefusesIsADuplicate() {
        assertThat(MongoFailures.isDuplicateKey(write(DUPLICATE_KEY))).isTrue();
        assertThat(MongoFailures.isDuplicateKey(write(BAD_VALUE))).isFalse();
        assertThat(MongoFailures.isDuplicateKey(command(DUPLICATE_KEY))).isFalse();
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString("refused")),
                SERVER);
    }

    private static MongoWriteException write(int code) {
        return new MongoWriteException(new WriteError(code, "refused", new BsonDocument()), SERVER, Set.of());
    }

    private static MongoBulkWriteException bulk(int code) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), List.of(error(code)), null, SERVER, Set.of());
    }

    private static BulkWriteError error(int code) {
        return new BulkWriteError(code, "refused", new BsonDocument(), 0);
    }
}
