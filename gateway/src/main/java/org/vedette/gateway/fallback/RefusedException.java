package org.vedette.gateway.fallback;

/** Carries a refusal from the depth of a chain to where it is answered; it is no accident and has no stack trace. */
public class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
