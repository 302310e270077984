package org.vedette.notification.notices;

import java.util.List;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the team about an alert, once about each event, whatever process sees it first. */
public final class NoticeService {

    private final NoticeMails mails;
    private final List<EmailAddress> team;

    public NoticeService(NoticeMails mails, List<EmailAddress> team) {
        this.mails = mails;
        this.team = List.copyOf(team);
    }

    /** Requests a notice. Repeating it tells nobody twice. */
    public Mono<Void> request(Notice notice, AlertId alert) {
        return Flux.fromIterable(team)
                .concatMap(to -> mails.request(notice, alert, to))
                .then();
    }

    /** Whether anybody is told. */
    boolean hasTeam() {
        return !team.isEmpty();
    }
}
