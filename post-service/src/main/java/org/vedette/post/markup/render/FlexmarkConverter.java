package org.vedette.post.markup.render;

import com.vladsch.flexmark.html2md.converter.FlexmarkHtmlConverter;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;
import org.springframework.stereotype.Component;
import org.vedette.post.markup.MarkdownConverter;

/** Converts with flexmark. What comes of it is rendered and sanitized as whatever somebody types. */
@Component
public final class FlexmarkConverter implements MarkdownConverter {

    /** Only says that a relative link is one of the Web. */
    private static final String ANY_BASE = "https://relative.invalid/";

    private static final String PICTURE = "https://picture.invalid/";
    private static final Pattern PICTURES = Pattern.compile(Pattern.quote(PICTURE) + "(\\d{1,9})\\.");

    private final FlexmarkHtmlConverter converter;

    public FlexmarkConverter() {
        var options = new MutableDataSet()
                .set(FlexmarkHtmlConverter.SETEXT_HEADINGS, false)
                .set(FlexmarkHtmlConverter.OUTPUT_ATTRIBUTES_ID, false);
        this.converter = FlexmarkHtmlConverter.builder(options).build();
    }

    @Override
    public String convert(String html) {
        return markdown(Jsoup.clean(html, elements()));
    }

    @Override
    public String convertWithRelativeLinks(String html) {
        var settings = new OutputSettings().prettyPrint(false);
        return markdown(Jsoup.clean(html, ANY_BASE, elements().preserveRelativeLinks(true), settings));
    }

    /** The library would take a picture whose file is called as an emoji for that emoji, so it sees no name of a file. */
    private String markdown(String clean) {
        var page = Jsoup.parseBodyFragment(clean);
        page.outputSettings(new OutputSettings().prettyPrint(false));
        var sources = new ArrayList<String>();
        for (var image : page.select("img[src]")) {
            sources.add(image.attr("src"));
            image.attr("src", PICTURE + (sources.size() - 1) + ".");
        }
        // Otherwise it would put a blank behind each one that another element follows, also before a full stop.
        page.select("strong, b, em, i, del, :not(pre) > code").wrap("<span></span>");
        var markdown = converter.convert(page.body().html()).strip();
        return PICTURES.matcher(markdown).replaceAll(number -> Matcher.quoteReplacement(source(sources, number)));
    }

    /** A text may have an address that looks like ours. */
    private static String source(List<String> sources, MatchResult number) {
        var index = Integer.parseInt(number.group(1));
        return index < sources.size() ? escaped(sources.get(index)) : number.group();
    }

    private static String escaped(String address) {
        return address.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C");
    }

    private static Safelist elements() {
        return Safelist.basicWithImages()
                .addTags("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "hr", "del")
                .addAttributes("code", "class");
    }
}
