package org.vedette.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads mails the way a mail program does. */
public final class Mails {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/subscriptions/\\S+\\?token=[\\w-]+");

    private Mails() {}

    public static String text(MimeMessage mail) {
        return (String) content(part(mail, 0));
    }

    public static String html(MimeMessage mail) {
        return (String) content(part(mail, 1));
    }

    public static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException broken) {
            throw new AssertionError("not a mail", broken);
        }
    }

    /** The link of the subscriber's own in the text part. */
    public static String link(MimeMessage mail) {
        var matcher = LINK.matcher(text(mail));
        if (!matcher.find()) {
            throw new AssertionError("no link in " + text(mail));
        }
        return matcher.group();
    }

    public static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException broken) {
            throw new AssertionError("no subject", broken);
        }
    }

    /** The text between two others. */
    public static String between(String text, String before, String after) {
        var start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    private static BodyPart part(MimeMessage mail, int index) {
        try {
            return ((MimeMultipart) mail.getContent()).getBodyPart(index);
        } catch (MessagingException | IOException broken) {
            throw new AssertionError("not a mail of two parts", broken);
        }
    }

    private static Object content(BodyPart part) {
        try {
            return part.getContent();
        } catch (MessagingException | IOException broken) {
            throw new AssertionError("a part that cannot be read", broken);
        }
    }
}
