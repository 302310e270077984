package org.vedette.gateway.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;

class AuditCsvTests {

    @Test
    void aSpreadsheetReadsTextsAndComputesNothing() {
        var event = new AuditEvent(
                Instant.parse("2026-11-30T12:00:00Z"), "ada", "192.0.2.1", AuditAction.TOKEN_CREATED, "=1+1, \"x\"");

        assertThat(AuditCsv.line(event))
                .isEqualTo("\"2026-11-30T12:00:00Z\",\"ada\",\"token-created\",\"'=1+1, \"\"x\"\"\",\"192.0.2.1\"\r\n");
    }
}
