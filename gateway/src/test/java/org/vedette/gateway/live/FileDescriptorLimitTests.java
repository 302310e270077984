package org.vedette.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDescriptorLimitTests {

    @ParameterizedTest
    @CsvSource({"1048576, 10000", "32000, 10000", "20000, 6000", "4096, 698", "1024, 1"})
    void descriptorsAreReservedForOtherRequests(long limit, int streams) {
        assertThat(new FileDescriptorLimit(limit).streams(10_000)).isEqualTo(streams);
    }

    @Test
    void thisProcessHasALimit() {
        assertThat(FileDescriptorLimit.ofThisProcess().max()).isPositive();
    }
}
