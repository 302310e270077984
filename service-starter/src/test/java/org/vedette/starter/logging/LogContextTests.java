package org.vedette.starter.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTests {

    private static final String POST = "0190163d-8694-739b-aea5-966c26f8ad92";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final LogContextAccessor accessor = new LogContextAccessor();

    @AfterEach
    void clear() {
        LogContext.clear();
    }

    @Test
    void aRequestHasItsIdItsTraceAndThePostInItsPath() {
        var context = LogContext.ofRequest("req-1", TRACEPARENT, "/api/posts/" + POST + "/publication");

        assertThat(context.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("requestId", "req-1", "traceId", TRACE, "postId", POST));
    }

    @Test
    void whatARequestDoesNotHaveIsLeftOut() {
        assertThat(LogContext.ofRequest(null, "nonsense", "/api/media/" + POST).values())
                .isEmpty();
    }

    @Test
    void anEventHasItsPostAndTheTraceOfItsRequest() {
        assertThat(LogContext.ofEvent(POST, TRACEPARENT).values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("traceId", TRACE, "postId", POST));
        assertThat(LogContext.ofEvent("no id", null).values()).isEmpty();
    }

    @Test
    void aLineIsWrittenWithTheIdsAndLeavesThoseThatWereThere() {
        LogContext.ofRequest("outer", null, "/").apply();

        LogContext.ofRequest("inner", null, "/")
                .around(() -> assertThat(MDC.get("requestId")).isEqualTo("inner"));

        assertThat(MDC.get("requestId")).isEqualTo("outer");
    }

    @Test
    void theThreadThatWorksHasTheContextAndLosesItAfterwards() {
        accessor.setValue(LogContext.ofEvent(POST, TRACEPARENT));
        assertThat(MDC.get("postId")).isEqualTo(POST);
        assertThat(accessor.getValue()).isEqualTo(LogContext.ofEvent(POST, TRACEPARENT));

        accessor.setValue();

        assertThat(MDC.get("postId")).isNull();
        assertThat(accessor.getValue()).isNull();
    }
}
