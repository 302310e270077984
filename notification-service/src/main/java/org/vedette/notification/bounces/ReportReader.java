package org.vedette.notification.bounces;

/** Reads the messages that come back. */
public interface ReportReader {

    /**
     * What a message says.
     *
     * @param message the whole message (RFC 5322)
     * @throws UnreadableReportException when it is nested too deeply, or has too many parts or fields
     */
    Report read(byte[] message);
}
