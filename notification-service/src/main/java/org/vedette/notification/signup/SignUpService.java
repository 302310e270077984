package org.vedette.notification.signup;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.signup.SignUpLimits.Subject;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

/** Takes what people send with the form to subscribe, and tells them from programs. */
public final class SignUpService {

    /** What came of a form. */
    public sealed interface Outcome {

        /** Nobody is told whether a mail is sent. */
        record Taken() implements Outcome {}

        /** The form was sent faster than people can fill it in. */
        record TooFast() implements Outcome {}

        /** Too many were sent. */
        record Limited(SignUpLimits.Refusal refusal) implements Outcome {}
    }

    /**
     * A form that was sent.
     *
     * @param client where from
     * @param trap what is in the field that people do not see
     * @param token what the form carried; null when it carried nothing, as that of a script
     * @param wording the promise that the form made
     * @param version version of the form
     */
    public record SentForm(
            EmailAddress address,
            ClientNetwork client,
            String trap,
            @Nullable String token,
            String wording,
            String version) {}

    private static final Outcome TAKEN = new Outcome.Taken();

    private final SubscriptionService subscriptions;
    private final SignUpLimits limits;
    private final FormTokens tokens;
    private final Duration fillTime;
    private final Clock clock;

    /**
     * The service.
     *
     * @param fillTime how long people take at least to fill in the form
     */
    public SignUpService(
            SubscriptionService subscriptions, SignUpLimits limits, FormTokens tokens, Duration fillTime, Clock clock) {
        this.subscriptions = subscriptions;
        this.limits = limits;
        this.tokens = tokens;
        this.fillTime = fillTime;
        this.clock = clock;
    }

    /** The token of a form that is shown now. */
    public String formToken() {
        return tokens.issue(clock.instant());
    }

    /** Subscribes the address, if a person sent the form and the limits allow it. */
    public Mono<Outcome> signUp(SentForm form) {
        return Mono.defer(() -> {
            if (!form.trap().isEmpty()) {
                return Mono.just(TAKEN);
            }
            return isTooFast(form) ? Mono.just(new Outcome.TooFast()) : signUpWithinLimits(form);
        });
    }

    private Mono<Outcome> signUpWithinLimits(SentForm form) {
        var refusal = limits.admit(form.client(), form.address());
        if (refusal.isEmpty()) {
            return subscriptions.subscribe(form.address(), consent(form)).thenReturn(TAKEN);
        }
        // About a mailbox the answer is always the same.
        return Mono.just(refusal.get().subject() == Subject.MAILBOX ? TAKEN : new Outcome.Limited(refusal.get()));
    }

    private boolean isTooFast(SentForm form) {
        return form.token() != null
                && tokens.issuedAt(form.token())
                        .filter(shown -> clock.instant().isBefore(shown.plus(fillTime)))
                        .isPresent();
    }

    private Consent consent(SentForm form) {
        return new Consent(clock.instant(), form.client().address(), form.wording(), form.version(), null);
    }
}
