package org.vedette.gateway.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01"
            })
    void anInvalidValueIsRejected(String header) {
        assertThat(TraceParent.of(List.of(header))).isEmpty();
    }

    @Test
    void twoHeadersAreInvalid() {
        var header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertThat(TraceParent.of(List.of(header, header))).isEmpty();
    }

    @Test
    void aGeneratedTraceParentIsValidEvenWhenAllRandomBytesAreZero() {
        RandomGenerator zeros = () -> 0L;

        var generated = TraceParent.generate(zeros);

        assertThat(TraceParent.of(List.of(generated.value()))).contains(generated);
    }
}
