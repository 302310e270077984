package org.vedette.starter.deadletters;

/** A command that is not carried out; the message tells people why, in one line. */
final class CommandRefusedException extends RuntimeException {

    CommandRefusedException(String message) {
        super(message);
    }
}
