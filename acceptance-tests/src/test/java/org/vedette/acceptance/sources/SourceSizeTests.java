package org.vedette.acceptance.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceSizeTests {

    private static final int MOST_LINES = 300;

    @Test
    void noMainFileIsLongerThanAReaderCanHold() {
        var tooLong = JavaSource.ofAllModules().stream()
                .filter(source -> source.isMain() && source.lines() > MOST_LINES)
                .map(source -> source + ": " + source.lines() + " lines");

        assertThat(tooLong).isEmpty();
    }
}
