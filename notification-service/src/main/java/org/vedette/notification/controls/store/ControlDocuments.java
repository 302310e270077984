package org.vedette.notification.controls.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.AlertControl.Action;
import org.vedette.notification.controls.AlertControl.State;
import org.vedette.notification.controls.AlertControl.Step;
import org.vedette.notification.controls.MailSwitch;
import org.vedette.notification.controls.MailSwitch.Change;

/** Converts between decisions and documents. No other class knows the names of the fields. */
final class ControlDocuments {

    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String STATE = "state";
    static final String AT = "at";

    /** Alerts have ids of lower-case letters, digits and hyphens. */
    static final String SWITCH = "MAIL";

    private static final String STEPS = "steps";
    private static final String ACTION = "action";
    private static final String BY = "by";
    private static final String NOTE = "note";
    private static final String STOPPED = "stopped";

    private ControlDocuments() {}

    static Document toDocument(AlertControl control, Instant now) {
        return new Document(ID, control.alert().value())
                .append(REVISION, control.revision())
                .append(STATE, control.state().name())
                .append(AT, Date.from(now))
                .append(
                        STEPS,
                        control.steps().stream().map(ControlDocuments::step).toList());
    }

    static AlertControl toControl(Document document) {
        return new AlertControl(
                new AlertId(document.getString(ID)),
                document.getLong(REVISION),
                State.valueOf(document.getString(STATE)),
                document.getList(STEPS, Document.class).stream()
                        .map(ControlDocuments::step)
                        .toList());
    }

    static Document toDocument(MailSwitch mailSwitch) {
        List<Document> changes =
                mailSwitch.changes().stream().map(ControlDocuments::change).toList();
        return new Document(ID, SWITCH)
                .append(REVISION, mailSwitch.revision())
                .append(STOPPED, mailSwitch.stopped())
                .append(STEPS, changes);
    }

    static MailSwitch toSwitch(Document document) {
        return new MailSwitch(
                document.getLong(REVISION),
                document.getBoolean(STOPPED),
                document.getList(STEPS, Document.class).stream()
                        .map(ControlDocuments::change)
                        .toList());
    }

    private static Document step(Step step) {
        return new Document(ACTION, step.action().name())
                .append(BY, step.by())
                .append(AT, Date.from(step.at()))
                .append(NOTE, step.note());
    }

    private static Step step(Document document) {
        return new Step(
                Action.valueOf(document.getString(ACTION)),
                document.getString(BY),
                document.getDate(AT).toInstant(),
                document.getString(NOTE));
    }

    private static Document change(Change change) {
        return new Document(STOPPED, change.stopped())
                .append(BY, change.by())
                .append(AT, Date.from(change.at()))
                .append(NOTE, change.reason());
    }

    private static Change change(Document document) {
        return new Change(
                document.getBoolean(STOPPED),
                document.getString(BY),
                document.getDate(AT).toInstant(),
                document.getString(NOTE));
    }
}
