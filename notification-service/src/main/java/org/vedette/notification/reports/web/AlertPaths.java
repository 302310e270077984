package org.vedette.notification.reports.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.notification.alerts.AlertId;

/** Reads the ids of alerts and digests in addresses. */
public final class AlertPaths {

    private static final String DIGEST = "digest-[a-z0-9-]{1,57}";

    private AlertPaths() {}

    /** The alert with an id of an address; one that can be no alert is refused with 400. */
    public static AlertId alert(String text) {
        if (text.length() <= AlertId.MAX_LENGTH && text.matches("[a-z0-9-]+")) {
            var id = new AlertId(text);
            if (id.post().isPresent()) {
                return id;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The id of an alert is that of its post.");
    }

    /** The digest with an id of an address; one that can be no digest is refused with 400. */
    public static AlertId digest(String text) {
        if (text.matches(DIGEST)) {
            return new AlertId(text);
        }
        throw new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "The id of a digest looks like digest-mon-07-site-20261130t0700.");
    }

    /** Answers a request for an alert that there is not. */
    public static ResponseStatusException noAlert() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no alert about this post.");
    }

    /** Answers a request for a digest that there is not. */
    public static ResponseStatusException noDigest() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such digest.");
    }
}
