package org.vedette.notification.testmails;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Who has had test mails sent. */
public interface TestMailLog {

    Mono<Void> add(TestMail mail);

    /** How many somebody has had sent since a certain time. */
    Mono<Long> count(String by, Instant since);
}
