package org.vedette.notification.controls.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.controls.MailSwitch;
import org.vedette.notification.controls.MailSwitchService;
import org.vedette.notification.web.Operators;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The switch of all alerts and digests, for editors and admins. */
@RestController
@RequestMapping("/api/mail/switch")
class MailSwitchController {

    private final MailSwitchService switches;
    private final ContentTags tags;

    MailSwitchController(MailSwitchService switches, ContentTags tags) {
        this.switches = switches;
        this.tags = tags;
    }

    /**
     * How the switch is to stand.
     *
     * @param stopped whether nothing goes out
     * @param reason why, for the record; at most 200 characters
     */
    record SwitchRequest(
            @NotNull Boolean stopped,
            @Size(max = 200) @Nullable String reason) {}

    /**
     * How the switch stands.
     *
     * @param since when it was turned last; missing when it never was
     * @param by who turned it
     * @param reason why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SwitchView(
            boolean stopped,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason) {

        static SwitchView of(MailSwitch mailSwitch) {
            var last = mailSwitch.last();
            return last == null
                    ? new SwitchView(mailSwitch.stopped(), null, null, null)
                    : new SwitchView(mailSwitch.stopped(), last.at(), last.by(), last.reason());
        }
    }

    @GetMapping
    Mono<ResponseEntity<SwitchView>> show() {
        return switches.current().map(SwitchView::of).map(tags::ok);
    }

    @PutMapping
    Mono<SwitchView> turn(@Valid @RequestBody SwitchRequest request) {
        var stop = Boolean.TRUE.equals(request.stopped());
        return Operators.name()
                .flatMap(by -> switches.turn(stop, by, request.reason()))
                .map(SwitchView::of);
    }
}
