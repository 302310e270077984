package org.vedette.gateway.login.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.html.Form;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.links.AccountMails;
import org.vedette.pages.HiddenField;
import org.vedette.pages.Link;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.FieldType;
import org.vedette.pages.form.FormPage;
import reactor.core.publisher.Mono;

/** The page for people who have forgotten their passwords. Its answer is the same whether there is an account or not. */
@Controller
@RequestMapping(path = ForgottenPasswordController.PATH, produces = MediaType.TEXT_HTML_VALUE)
class ForgottenPasswordController {

    static final String PATH = "/login/forgotten";

    private static final String TITLE = "Forgotten password";
    private static final int MAX_LENGTH = 254;
    private static final List<Link> BACK = List.of(new Link("Back to signing in", "/login"));

    private final ResetRequests requests;
    private final AccountMails mails;
    private final AnonymousForms anonymousForms;
    private final Pages pages;

    ForgottenPasswordController(
            ResetRequests requests, AccountMails mails, AnonymousForms anonymousForms, Pages pages) {
        this.requests = requests;
        this.mails = mails;
        this.anonymousForms = anonymousForms;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> form(ServerWebExchange exchange) {
        return mails.areConfigured()
                ? form(HttpStatus.OK, null, exchange)
                : notice(HttpStatus.OK, "This site sends no mail. Ask an administrator for a link.");
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> request(ServerWebExchange exchange) {
        return exchange.getFormData().map(Form::new).map(form -> {
            if (!anonymousForms.isGenuine(form, exchange)) {
                return form(HttpStatus.FORBIDDEN, AnonymousForms.EXPIRED, exchange);
            }
            requests.submit(
                    form.text("login"), Clients.of(exchange.getRequest()).address());
            return notice(
                    HttpStatus.OK,
                    "If there is an account with this address, a mail with a link is on its way. The link works once, for an"
                            + " hour. If no mail comes, look into the spam folder, or ask an administrator.");
        });
    }

    private ResponseEntity<byte[]> form(HttpStatus status, @Nullable String error, ServerWebExchange exchange) {
        var field = Field.required("login", FieldType.TEXT, "Mail address")
                .withAutocomplete("username")
                .withMaxLength(MAX_LENGTH)
                .withFocus();
        var form = org.vedette.pages.form.Form.of(PATH, List.of(field), "Send me a link")
                .withHiddenFields(List.of(new HiddenField(Forms.CSRF_FIELD, anonymousForms.csrfToken(exchange))));
        var lede = "We send you a link to choose another one.";
        return pages.form(
                status,
                FormPage.of(pages.layout(TITLE), TITLE, lede, form)
                        .withError(error)
                        .withLinks(BACK));
    }

    private ResponseEntity<byte[]> notice(HttpStatus status, String text) {
        return pages.notice(status, TITLE, text, BACK);
    }
}
