package org.vedette.post.markup.render.sanitizing;

import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.HtmlStreamEventReceiver;
import org.vedette.starter.ThreadConfined;

/**
 * Replaces images of other hosts by links, because a browser or feed reader would fetch them and so disclose the reader to
 * that host. Inside a link such an image becomes its alternative text.
 */
@ThreadConfined("the thread that renders a body")
final class ExternalImageFilter extends HtmlEventFilter {

    /** An address of this site: without a colon, backslash or leading double slash it cannot name another host. */
    private static final Pattern LOCAL = Pattern.compile("(?!//)[\\w./~%?=&+-]+");

    private boolean inLink;

    ExternalImageFilter(HtmlStreamEventReceiver next) {
        super(next);
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (element.equals("img")
                && !LOCAL.matcher(attribute("src", attributes)).matches()) {
            replace(attribute("src", attributes), attribute("alt", attributes));
            return;
        }
        inLink |= element.equals("a");
        super.openTag(element, attributes);
    }

    @Override
    public void closeTag(String element) {
        inLink &= !element.equals("a");
        super.closeTag(element);
    }

    @Override
    public void text(String characters) {
        super.text(characters);
    }

    private void replace(String address, String alternative) {
        if (inLink || address.isEmpty()) {
            super.text(alternative);
            return;
        }
        super.openTag("a", List.of("href", address));
        super.text(alternative.isBlank() ? address : alternative);
        super.closeTag("a");
    }
}
