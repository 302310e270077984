package org.vedette.notification.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vedette.notification.subscribers.EmailAddress;

class MailTemplateTests {

    private static final String LINK = "https://blog.example/unsubscribe?token=a_b";

    private final EmailAddress ada = new EmailAddress("ada@example.org");

    @Test
    void aMailHasItsHeadersAndBothPartsWithTheLinkInThem() {
        var template = MailTemplate.of(
                "Subject: News\r\n",
                "Grüße\r\nLeave: " + MailTemplate.LINK_PLACEHOLDER + "\r\n",
                "<a href=\"" + MailTemplate.LINK_PLACEHOLDER + "\">leave</a> " + MailTemplate.LINK_PLACEHOLDER);

        assertThat(mail(template, LINK)).isEqualTo("""
                Subject: News
                MIME-Version: 1.0
                Content-Type: multipart/alternative;
                 boundary="=_vedette_part"
                To: ada@example.org
                Message-ID: <1@blog.example>
                List-Id: <blog.example>

                --=_vedette_part
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Gr=C3=BC=C3=9Fe
                Leave:=20=
                https://blog.example/unsubscribe?token=3Da_b=


                --=_vedette_part
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                <a href=3D"=
                https://blog.example/unsubscribe?token=3Da_b=
                ">leave</a>=20=
                https://blog.example/unsubscribe?token=3Da_b=

                --=_vedette_part--
                """.replace("\n", "\r\n"));
    }

    @Test
    void aTemplateCanBeFilledForManySubscribers() {
        var template = MailTemplate.of("", "Leave: " + MailTemplate.LINK_PLACEHOLDER, "none");

        var first = mail(template, "https://a.example");
        var second = mail(template, "https://b.example");

        assertThat(first).contains("https://a.example").doesNotContain("https://b.example");
        assertThat(second).isEqualTo(first.replace("a.example", "b.example"));
    }

    @Test
    void aTemplateWithoutALinkHasNone() {
        assertThat(mail(MailTemplate.of("", "text", "html"), LINK)).doesNotContain("unsubscribe");
    }

    private String mail(MailTemplate template, String link) {
        return new String(
                template.fill(ada, "1@blog.example", "List-Id: <blog.example>\r\n", link, TestComposers.unsigned()),
                US_ASCII);
    }
}
