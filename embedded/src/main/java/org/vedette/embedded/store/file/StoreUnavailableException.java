package org.vedette.embedded.store.file;

import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/** Thrown when a command is refused because of the state of the store, with the code MongoDB has for it. */
public final class StoreUnavailableException extends MongoServerError {

    private static final long serialVersionUID = 1;

    private static final int OUT_OF_DISK_SPACE = 14_031;
    private static final int OPERATION_FAILED = 96;

    private StoreUnavailableException(int code, String name, String message, @Nullable Throwable cause) {
        super(code, name, message, cause);
    }

    static StoreUnavailableException outOfDiskSpace(@Nullable Throwable cause) {
        return new StoreUnavailableException(
                OUT_OF_DISK_SPACE, "OutOfDiskSpace", "the disk of the store is full: nothing was written", cause);
    }

    static StoreUnavailableException writeFailed(@Nullable Throwable cause) {
        return new StoreUnavailableException(
                OPERATION_FAILED,
                "OperationFailed",
                "the store's file could not be written: nothing was changed",
                cause);
    }

    public static StoreUnavailableException closed(@Nullable Throwable cause) {
        return new StoreUnavailableException(
                OPERATION_FAILED, "OperationFailed", "the store's file is not open at the moment", cause);
    }
}
