package org.vedette.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vedette.notification.subscribers.TestSubscribers.THEN;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.TestProperties;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.Message;

class MailIdentityTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alerts@localhost | From: Threat Intelligence Blog <alerts@localhost>",
                "The Blog <alerts@blog.example> | From: The Blog <alerts@blog.example>",
                "Bücher <alerts@blog.example> | From: =?UTF-8?B?QsO8Y2hlcg==?= <alerts@blog.example>",
                "'\"News, and more\" <a@b.example>' | 'From: \"News, and more\" <a@b.example>'",
            })
    void theSenderIsWrittenAsMailProgramsExpectIt(String configured, String header) {
        assertThat(identity(configured).fromHeader().replace("\r\n ", " ")).isEqualTo(header + "\r\n");
    }

    @Test
    void anInternationalDomainIsWrittenInItsAsciiForm() {
        var identity = identity("Bücher <alerts@bücher.example>");

        assertThat(identity.fromHeader()).endsWith("<alerts@xn--bcher-kva.example>\r\n");
        assertThat(identity.envelopeFrom(aMail())).isEqualTo("alerts@xn--bcher-kva.example");
        assertThat(identity.messageId("1")).isEqualTo("1@xn--bcher-kva.example");
    }

    @Test
    void bouncesGoToTheBareAddress() {
        assertThat(identity("The Blog <alerts@blog.example>").envelopeFrom(aMail()))
                .isEqualTo("alerts@blog.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b, c@d", "The Blog <>", "x@\r\nBcc: y@z", "ädä@blog.example", "a@-ü.example"})
    void aSenderThatIsNoneIsRefusedWithTheNameOfTheSetting(String configured) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> identity(configured))
                .withMessageContaining("VEDETTE_MAIL_FROM");
    }

    private static MailIdentity identity(String from) {
        return new MailIdentity(
                TestProperties.withFrom(from),
                TestProperties.noLegalPages(),
                MailProperties.NONE,
                TestComposers.noReturnPath());
    }

    private static Message.Mailable aMail() {
        var pending = aPendingSubscriber();
        return new Message.OfConfirmation(new DeliveryId.OfConfirmation(pending.id(), THEN), pending);
    }
}
