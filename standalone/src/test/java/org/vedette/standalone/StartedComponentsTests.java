package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedComponentsTests {

    private final List<String> closed = new ArrayList<>();
    private final StartedComponents components = new StartedComponents();

    @Test
    void theLastOpenedIsClosedFirst() {
        components.add(() -> closed.add("store"));
        components.add(() -> closed.add("services"));

        components.close();

        assertThat(closed).containsExactly("services", "store");
    }

    @Test
    void whatCannotBeClosedDoesNotKeepTheRestOpen() {
        components.add(() -> closed.add("store"));
        components.add(() -> {
            throw new IOException("stuck");
        });

        components.close();

        assertThat(closed).containsExactly("store");
    }

    @Test
    void nothingIsClosedTwice() {
        components.add(() -> closed.add("store"));

        components.close();
        components.close();

        assertThat(closed).containsExactly("store");
    }
}
