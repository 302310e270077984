package org.vedette.starter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.vedette.starter.failures.Failures;

/** Tells an outage of the store, which passes, from a fault of a document or a query, which stays. */
public final class MongoFailures {

    /**
     * Codes by which MongoDB refuses the document or the query itself: BadValue, FailedToParse, TypeMismatch, NoSuchKey,
     * PathNotViable, ConflictingUpdateOperators, DollarPrefixedFieldName, EmptyFieldName, ImmutableField, CommandNotFound,
     * DocumentValidationFailure, BSONObjectTooLarge, and the keys that are taken or too long. Every other failure, such as
     * refused credentials, an election or a full disk, has to do with the server's state.
     */
    private static final Set<Integer> FAULTS_OF_THE_REQUEST =
            Set.of(2, 4, 9, 14, 28, 40, 52, 56, 59, 66, 121, 10334, 11000, 11001, 12582, 17280, 17419, 17420);

    private static final int OUT_OF_DISK_SPACE = 14_031;

    private MongoFailures() {}

    /** Whether the same operation may succeed later without anything about it being changed. */
    public static boolean isOutage(Throwable failure) {
        return Failures.causes(failure).anyMatch(MongoFailures::isOutageItself);
    }

    /** Whether the store refused a write because another document has the same value in a unique index. */
    public static boolean isDuplicateKey(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Whether the store refused a write for lack of disk space. */
    static boolean isOutOfDiskSpace(Throwable failure) {
        return Failures.causes(failure)
                .anyMatch(
                        cause -> cause instanceof MongoServerException server && server.getCode() == OUT_OF_DISK_SPACE);
    }

    private static boolean isOutageItself(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return true;
        }
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteConcernError() != null
                    || bulk.getWriteErrors().stream()
                            .map(BulkWriteError::getCode)
                            .anyMatch(code -> !FAULTS_OF_THE_REQUEST.contains(code));
        }
        return failure instanceof MongoServerException server
                ? !FAULTS_OF_THE_REQUEST.contains(server.getCode())
                : failure instanceof MongoException;
    }
}
