package org.vedette.post.markup.render.sanitizing;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;
import org.vedette.starter.ThreadConfined;

/**
 * Passes HTML on as it comes; a subclass changes what it is for. The library's own wrapper can be closed, with any
 * exception, so that every use of it would have to say what becomes of that.
 */
@ThreadConfined("the thread that renders a body")
abstract class HtmlEventFilter implements HtmlStreamEventReceiver {

    private final HtmlStreamEventReceiver next;

    HtmlEventFilter(HtmlStreamEventReceiver next) {
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
        next.openTag(element, attributes);
    }

    @Override
    public void closeTag(String element) {
        next.closeTag(element);
    }

    @Override
    public void text(String characters) {
        next.text(characters);
    }

    /** The value of an attribute, empty when it is absent; the list alternates names and values. */
    static String attribute(String name, List<String> attributes) {
        for (var i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }
}
