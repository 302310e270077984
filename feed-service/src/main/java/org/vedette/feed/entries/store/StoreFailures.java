package org.vedette.feed.entries.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.concurrent.TimeoutException;

/** Tells a store that is away from one that says no. */
public final class StoreFailures {

    private StoreFailures() {}

    public static boolean isOutOfReach(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoNotPrimaryException
                || (failure instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null)
                || (failure instanceof MongoException other && other.hasErrorLabel("RetryableWriteError"));
    }
}
