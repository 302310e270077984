package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTests {

    private final List<String> closed = new ArrayList<>();
    private final Opened opened = new Opened();

    @Test
    void theLastOpenedIsClosedFirst() {
        opened.add(() -> closed.add("store"));
        opened.add(() -> closed.add("services"));

        opened.close();

        assertThat(closed).containsExactly("services", "store");
    }

    @Test
    void whatCannotBeClosedDoesNotKeepTheRestOpen() {
        opened.add(() -> closed.add("store"));
        opened.add(() -> {
            throw new IOException("stuck");
        });

        opened.close();

        assertThat(closed).containsExactly("store");
    }

    @Test
    void nothingIsClosedTwice() {
        opened.add(() -> closed.add("store"));

        opened.close();
        opened.close();

        assertThat(closed).containsExactly("store");
    }
}
