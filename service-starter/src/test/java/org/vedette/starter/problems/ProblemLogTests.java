package org.vedette.starter.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

@ExtendWith(OutputCaptureExtension.class)
class ProblemLogTests {

    private final ProblemLog log = new ProblemLog(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(names = {"UPSTREAM_UNAVAILABLE", "UPSTREAM_TIMEOUT"})
    void anOutageIsAWarningOncePerMinute(StandardProblem outage, CapturedOutput output) {
        log("/first", outage);
        log("/second", outage);

        assertThat(output).contains("WARN", "GET /first [id-1] was answered with " + outage.status());
        assertThat(output).doesNotContain("ERROR", "WARN org.vedette.starter.problems.ProblemLog -- GET /second");
    }

    @Test
    void aFaultOfTheProgramIsAnError(CapturedOutput output) {
        log("/broken", StandardProblem.INTERNAL_ERROR);

        assertThat(output).contains("ERROR", "GET /broken [id-1] failed", "TimeoutException");
    }

    private void log(String path, StandardProblem type) {
        var request = MockServerHttpRequest.get(path)
                .header(ProblemWriter.REQUEST_ID, "id-1")
                .build();
        log.log(request, Problem.of(type, "Wait."), new TimeoutException());
    }
}
