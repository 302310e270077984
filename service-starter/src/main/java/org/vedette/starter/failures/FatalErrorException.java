package org.vedette.starter.failures;

/** Reports an Error, such as an {@code OutOfMemoryError}, to those who otherwise would wait for a result. */
public final class FatalErrorException extends RuntimeException {

    public FatalErrorException(Error error) {
        super("ended by " + error, error);
    }
}
