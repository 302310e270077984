package org.vedette.gateway.audit.store;

import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.audit.AuditLogContract;
import org.vedette.gateway.people.TestDatabase;

class MongoAuditLogIT extends AuditLogContract {

    private static final AuditLog AUDIT = create();

    @Override
    protected AuditLog audit() {
        return AUDIT;
    }

    private static AuditLog create() {
        TestDatabase.create(new AuditIndexesConfiguration().auditIndexes(TestDatabase.database()));
        return new MongoAuditLog(TestDatabase.database());
    }
}
