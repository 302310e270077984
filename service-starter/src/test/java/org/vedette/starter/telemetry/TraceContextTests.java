package org.vedette.starter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.util.context.Context;

class TraceContextTests {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void theTraceOfARequestIsCarried() {
        var context = TraceContext.with(TRACEPARENT, Context.empty());

        assertThat(TraceContext.traceparent(context)).isEqualTo(TRACEPARENT);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331", "\r\nX-Other: header"})
    void aMissingOrMalformedHeaderIsIgnored(@Nullable String traceparent) {
        var context = Context.of("key", "value");

        assertThat(TraceContext.with(traceparent, context)).isSameAs(context);
    }

    @Test
    void aContextWithoutARequestHasNoTrace() {
        assertThat(TraceContext.traceparent(Context.empty())).isNull();
    }
}
