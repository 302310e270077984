package org.vedette.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFilesTests {

    @ParameterizedTest
    @CsvSource({"1048576, 10000", "32000, 10000", "20000, 6000", "4096, 698", "1024, 1"})
    void streamsLeaveRoomForEverythingElse(long limit, int streams) {
        assertThat(new OpenFiles(limit).enoughFor(10_000)).isEqualTo(streams);
    }

    @Test
    void thisProcessHasALimit() {
        assertThat(OpenFiles.ofThisProcess().limit()).isPositive();
    }
}
