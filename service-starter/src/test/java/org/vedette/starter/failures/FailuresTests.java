package org.vedette.starter.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailuresTests {

    private final IOException root = new IOException("disk full");
    private final UncheckedIOException middle = new UncheckedIOException(root);
    private final IllegalStateException outer = new IllegalStateException(middle);

    @Test
    void theCausesBeginWithTheFailureItself() {
        assertThat(Failures.causes(outer)).containsExactly(outer, middle, root);
    }

    @Test
    void theOutermostFailureOfATypeIsFound() {
        assertThat(Failures.find(outer, RuntimeException.class)).containsSame(outer);
        assertThat(Failures.find(outer, IOException.class)).containsSame(root);
        assertThat(Failures.find(outer, InterruptedException.class)).isEmpty();
    }

    @Test
    void theRootIsTheInnermostCause() {
        assertThat(Failures.root(outer)).isSameAs(root);
        assertThat(Failures.root(root)).isSameAs(root);
    }

    @Test
    void causesThatFormACycleEnd() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        assertThat(first.initCause(second)).isSameAs(first);

        assertThat(Failures.causes(first)).hasSizeBetween(2, 100);
        assertThat(Failures.find(first, IOException.class)).isEmpty();
    }
}
