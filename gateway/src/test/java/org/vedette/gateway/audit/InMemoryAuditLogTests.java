package org.vedette.gateway.audit;

class InMemoryAuditLogTests extends AuditLogContract {

    private final AuditLog audit = new InMemoryAuditLog();

    @Override
    protected AuditLog audit() {
        return audit;
    }
}
