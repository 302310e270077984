package org.vedette.gateway.people;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.gateway.accounts.FirstAdmin;
import org.vedette.gateway.sessions.Sessions;
import org.vedette.starter.MayBlock;

/** Tasks of background workers. */
@MayBlock("a worker's own thread")
final class PeopleWorkers {

    private static final Logger log = LoggerFactory.getLogger(PeopleWorkers.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private PeopleWorkers() {}

    static void sweep(PeopleSweeper sweeper) {
        sweeper.sweep().block(TIMEOUT);
    }

    static void encryptSecondFactors(SecondFactorEncryption encryption) {
        encryption.run().block(TIMEOUT);
    }

    static void createFirstAdmin(FirstAdmin admin, FirstAdminPassword first) {
        var created = admin.createUnlessThereAreAccounts(first.login(), first.password())
                .block(TIMEOUT);
        if (Boolean.TRUE.equals(created)) {
            log.info(
                    "Created the first account, {}, with the password in the file of VEDETTE_ADMIN_PASSWORD_FILE",
                    first.login());
        }
    }

    /** How many sessions are stored; NaN while the store does not answer, which says so itself. */
    static double count(Sessions sessions) {
        try {
            return sessions.count()
                    .map(Long::doubleValue)
                    .blockOptional(TIMEOUT)
                    .orElse(Double.NaN);
        } catch (RuntimeException unavailable) {
            return Double.NaN;
        }
    }
}
