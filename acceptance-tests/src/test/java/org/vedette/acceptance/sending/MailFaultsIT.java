package org.vedette.acceptance.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every subscriber is told once, though the processes that send are killed and stopped while they send. {@code
 * vedette.test.mail-audience}, {@code …mail-kills}, {@code …mail-stops} and {@code …mail-seed} say other numbers.
 */
class MailFaultsIT {

    private static final Logger log = LoggerFactory.getLogger(MailFaultsIT.class);

    private static final int AUDIENCE = Integer.getInteger("vedette.test.mail-audience", 400);
    private static final int KILLS = Integer.getInteger("vedette.test.mail-kills", 3);
    private static final int STOPS = Integer.getInteger("vedette.test.mail-stops", 2);
    private static final long SEED = Long.getLong("vedette.test.mail-seed", 20_261_130);

    /** How long the mail server takes for a mail. */
    private static final Duration MAIL_TIME = Duration.ofMillis(20);

    /** Connections of an instance. */
    private static final int CONNECTIONS = 4;

    /** What an instance may have sent within 200 ms, and what is on its connections. */
    private static final int DOUBLES_OF_A_KILL = (int) (CONNECTIONS * 200 / MAIL_TIME.toMillis()) + CONNECTIONS;

    private static final ReceivingMailServer mails = new ReceivingMailServer();

    @TempDir
    private static Path directory;

    private static SendingSuite suite;

    @BeforeAll
    static void start() throws InterruptedException {
        suite = SendingSuite.start(directory, mails.port());
        suite.subscribe(AUDIENCE);
        mails.take(MAIL_TIME);
    }

    @AfterAll
    static void stop() {
        suite.close();
        mails.close();
    }

    @Test
    void nobodyIsLeftOutWhenProcessesAreKilledAndDoublesAreFewAndCounted() throws Exception {
        var victims = List.of(
                suite.instances().get(0),
                suite.store(),
                suite.broker(),
                suite.instances().get(1));
        var run = faults(victims, RestartableProcess::kill, KILLS);

        assertThat(run.lost()).isZero();
        assertThat(run.doubles()).isLessThanOrEqualTo(KILLS * DOUBLES_OF_A_KILL);
        assertThat(run.counted()).isGreaterThanOrEqualTo(run.doubles());
    }

    @Test
    void nobodyIsLeftOutAndNobodyToldTwiceWhenInstancesAreStopped() throws Exception {
        var run = faults(suite.instances(), RestartableProcess::terminate, STOPS);

        assertThat(run.lost()).isZero();
        assertThat(run.doubles()).isZero();
        assertThat(run.counted()).isZero();
    }

    private static FaultRun faults(List<RestartableProcess> victims, Consumer<RestartableProcess> fault, int number)
            throws Exception {
        var run = new FaultRun(suite, mails, AUDIENCE, new Random(SEED));
        while (run.faults() < number) {
            run.alert(victims, fault, number);
        }
        log.info("seed {}\n{}", SEED, run.table());
        return run;
    }
}
