package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.EmbeddedStartException;
import org.vedette.embedded.broker.BrokerHaltedException;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.embedded.store.EmbeddedStore;
import org.vedette.standalone.settings.StartRefusedException;

class StartFailureTests {

    private static final Path LOG = Path.of("/data/logs/vedette.log");

    @Test
    void theInnermostCauseIsTold() {
        var failure = new IllegalStateException("context", new RuntimeException("bean", new IOException("disk full")));

        assertThat(StartFailure.line(failure, LOG))
                .isEqualTo(
                        "Vedette could not start: IOException: disk full. The log says more: /data/logs/vedette.log");
    }

    @Test
    void whatTheEmbeddedServersSayIsToldAsItIs() {
        var failure = new RuntimeException(new EmbeddedStartException("The store is broken.", new IOException("bits")));

        assertThat(StartFailure.line(failure, LOG)).startsWith("Vedette could not start: The store is broken. The log");
    }

    @Test
    void aLongStoryIsCutToOneShortLine() {
        var failure = new RuntimeException("first " + "x".repeat(1000) + "\nsecond\n\tat third");

        assertThat(StartFailure.line(failure, LOG))
                .startsWith("Vedette could not start: RuntimeException: first x")
                .doesNotContain("\n", "second")
                .hasSizeLessThan(400);
    }

    @Test
    void aFailureWithoutAMessageIsToldByItsName() {
        assertThat(StartFailure.line(new StackOverflowError(), LOG)).contains("StackOverflowError.");
    }

    @Test
    void aDamagedStoreIsToldWithTheWayToRebuild(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("vedette.mv"), "this is no store");

        var failure = catchThrowable(() -> EmbeddedStore.open(file, 0));

        assertThat(StartFailure.line(failure, LOG))
                .contains(file + " is damaged", "VEDETTE_FEED_REBUILD=true", "subscribers", LOG.toString())
                .doesNotContain("\n", "…");
    }

    @Test
    void aBrokerThatHaltedHasAnExitCodeOfItsOwn(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("__cluster_metadata-0").resolve("00000000000000000000.log"));

        var failure = catchThrowable(() -> EmbeddedBroker.start(directory, 0).close());

        assertThat(failure).isInstanceOf(BrokerHaltedException.class);
        assertThat(StartFailure.exitCode(new StartRefusedException("refused", failure)))
                .isEqualTo(3);
        assertThat(StartFailure.exitCode(new StartRefusedException("refused"))).isEqualTo(1);
        assertThat(StartFailure.line(failure, LOG))
                .startsWith("Vedette could not start: The broker did not start on")
                .doesNotContain("\n");
    }

    @Test
    void otherFailuresOfTheServersSayNothingOfRebuilding() {
        assertThat(StartFailure.line(new EmbeddedStartException("The port is taken."), LOG))
                .doesNotContain("REBUILD");
    }
}
