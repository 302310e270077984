package org.vedette.gateway.audit;

/** An event in its place. */
public record AuditEntry(AuditPosition position, AuditEvent event) {}
