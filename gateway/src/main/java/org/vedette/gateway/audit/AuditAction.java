package org.vedette.gateway.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
    RESET_REQUESTED,
    RESET_SENT,
    PASSWORD_RESET,
    SECOND_FACTOR_RESET,
    INVITED,
    INVITE_ACCEPTED,
    NAME_CHANGED,
    ROLES_CHANGED,
    ACCOUNT_CREATED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    SESSION_ENDED,
    TOKEN_CREATED,
    TOKEN_REVOKED;

    /** Empty when there is no such action. */
    public static Optional<AuditAction> of(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst();
    }

    /** The name in the store and on pages, such as {@code signed-in}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
