package org.vedette.post.markup.render;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Makes links of images that lie elsewhere: readers' browsers and feed readers would fetch them, and so tell a stranger
 * who reads. In a link they are no more than their alternative text.
 */
final class ForeignImages implements HtmlStreamEventReceiver {

    /** An address on this site: with no colon, backslash or leading double slash it cannot name another host. */
    private static final Pattern OWN = Pattern.compile("(?!//)[\\w./~%?=&+-]+");

    private final HtmlStreamEventReceiver next;
    private final AtomicBoolean linked = new AtomicBoolean();

    ForeignImages(HtmlStreamEventReceiver next) {
        this.next = next;
    }

    @Override
    public void openDocument() {
        next.openDocument();
    }

    @Override
    public void closeDocument() {
        next.closeDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (element.equals("img") && !OWN.matcher(attribute("src", attributes)).matches()) {
            replace(attribute("src", attributes), attribute("alt", attributes));
            return;
        }
        linked.compareAndSet(false, element.equals("a"));
        next.openTag(element, attributes);
    }

    @Override
    public void closeTag(String element) {
        linked.compareAndSet(true, !element.equals("a"));
        next.closeTag(element);
    }

    @Override
    public void text(String characters) {
        next.text(characters);
    }

    private void replace(String address, String alternative) {
        if (linked.get() || address.isEmpty()) {
            next.text(alternative);
            return;
        }
        next.openTag("a", List.of("href", address));
        next.text(alternative.isBlank() ? address : alternative);
        next.closeTag("a");
    }

    /** Names and values take turns. */
    private static String attribute(String name, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }
}
