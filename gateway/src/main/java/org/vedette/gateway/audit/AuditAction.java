package org.vedette.gateway.audit;

import java.util.Locale;

/** What the audit log records. */
public enum AuditAction {
    FIRST_ADMIN_CREATED,
    SIGNED_IN,
    SIGNED_OUT,
    LOGIN_FAILED,
    LOCKED_OUT,
    SECOND_FACTOR_FAILED,
    PASSWORD_CHANGED,
    SECOND_FACTOR_ADDED,
    SECOND_FACTOR_REMOVED,
    RECOVERY_CODE_USED,
    SESSION_ENDED,
    TOKEN_CREATED,
    TOKEN_REVOKED;

    /** The name in the store and on pages, such as {@code signed-in}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
