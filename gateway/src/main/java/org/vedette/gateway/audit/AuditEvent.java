package org.vedette.gateway.audit;

import java.time.Instant;

/**
 * An entry of the audit log.
 *
 * @param who login name of the person who acts; for a failed login, the account that was tried, or {@code unknown}
 * @param client address of the client
 * @param action name of what was done, an {@link AuditAction} unless another release recorded it
 * @param detail what it was done to, such as the name of a token; may be empty
 */
public record AuditEvent(Instant at, String who, String client, String action, String detail) {

    public AuditEvent(Instant at, String who, String client, AuditAction action, String detail) {
        this(at, who, client, action.text(), detail);
    }
}
