package org.vedette.notification.webhooks.web.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.webhooks.InvalidWebhookException;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.administration.WebhookDraft;
import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.FieldType;
import org.vedette.pages.form.Form;
import org.vedette.pages.form.Option;

/** Makes the form of a webhook, and reads what was filled in. */
final class WebhookForms {

    private static final int MAX_DESCRIPTION = 200;
    private static final int MAX_CHOICES = 2_000;

    private WebhookForms() {}

    /** What a new webhook begins with. */
    static WebhookDraft blank() {
        return new WebhookDraft("", "", "", List.of(WebhookEventType.PUBLISHED.word()), List.of(), List.of());
    }

    /** What a webhook has; its address is not shown again. */
    static WebhookDraft of(Webhook webhook) {
        var settings = webhook.settings();
        var scope = settings.filter().scope();
        var chosen = scope instanceof Scope.Chosen some ? some : new Scope.Chosen(List.of(), List.of());
        var types =
                settings.filter().types().stream().map(WebhookEventType::word).toList();
        return new WebhookDraft(
                "", settings.description(), settings.kind().word(), types, chosen.series(), chosen.tags());
    }

    static WebhookDraft read(MultiValueMap<String, String> form) {
        return new WebhookDraft(
                form.getFirst("address"),
                form.getFirst("description"),
                form.getFirst("kind"),
                WebhookEventType.OF_POSTS.stream()
                        .map(WebhookEventType::word)
                        .filter(form::containsKey)
                        .toList(),
                list(form.getFirst("series")),
                list(form.getFirst("tags")));
    }

    private static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,\\r\\n]", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    /**
     * The form.
     *
     * @param known the webhook that is changed; null for a new one
     * @param invalid what is wrong with the draft; null for nothing
     */
    static Form form(
            String action, WebhookDraft draft, @Nullable Webhook known, @Nullable InvalidWebhookException invalid) {
        var fields = new ArrayList<Field>();
        fields.add(address(draft, known).withError(error("address", invalid)));
        fields.add(Field.optional("description", FieldType.TEXT, "Description")
                .withValue(text(draft.description()))
                .withMaxLength(MAX_DESCRIPTION)
                .withHint("What it is for. People see it in the list.")
                .withError(error("description", invalid)));
        fields.add(Field.select("kind", "Kind", kinds())
                .withValue(text(draft.kind()))
                .withError(error("kind", invalid)));
        fields.addAll(events(draft, error("events", invalid)));
        fields.add(choices(
                        "series",
                        "Series",
                        "Slugs, separated by commas. With neither series nor tags, every post counts.",
                        draft.series())
                .withError(error("series", invalid)));
        fields.add(choices(
                        "tags",
                        "Tags",
                        "Separated by commas. A post counts that has one of them, or is of one of the series.",
                        draft.tags())
                .withError(error("tags", invalid)));
        return Form.of(action, fields, known == null ? "Register" : "Save");
    }

    private static Field address(WebhookDraft draft, @Nullable Webhook known) {
        var field = known == null
                ? Field.required("address", FieldType.TEXT, "Address")
                        .withHint("https://… What the receiver gave you. It is shown in part only from now on.")
                : Field.optional("address", FieldType.TEXT, "Address")
                        .withHint("Leave it empty to keep "
                                + known.settings().address().masked());
        return field.withValue(text(draft.address()))
                .withMaxLength(ReceiverAddress.MAX_LENGTH)
                .withAutocomplete("off");
    }

    private static List<Field> events(WebhookDraft draft, @Nullable String error) {
        var chosen = Objects.requireNonNullElse(draft.events(), List.<String>of());
        return List.of(
                box(WebhookEventType.PUBLISHED, "A post is published", chosen),
                box(WebhookEventType.REVISED, "A post is revised", chosen),
                box(WebhookEventType.WITHDRAWN, "A post is withdrawn, or not public any more", chosen)
                        .withError(error));
    }

    private static Field box(WebhookEventType type, String label, List<String> chosen) {
        return Field.checkbox(type.word(), label, chosen.contains(type.word()));
    }

    private static Field choices(String name, String label, String hint, @Nullable List<String> values) {
        return Field.optional(name, FieldType.TEXT, label)
                .withValue(values == null ? "" : String.join(", ", values))
                .withMaxLength(MAX_CHOICES)
                .withHint(hint);
    }

    private static List<Option> kinds() {
        return Stream.concat(
                        Stream.of(new Option("", "Tell by the address")),
                        Arrays.stream(ReceiverKind.values()).map(kind -> new Option(kind.word(), kind.title())))
                .collect(Collectors.toList());
    }

    private static @Nullable String error(String field, @Nullable InvalidWebhookException invalid) {
        return invalid != null && invalid.field().equals(field) ? "It " + invalid.reason() + "." : null;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
