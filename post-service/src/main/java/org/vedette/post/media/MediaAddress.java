package org.vedette.post.media;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address of a picture in full size, such as {@code /media/0f3a…/1200x800.jpg}. It says all that a page needs to know, so
 * that a body is rendered without asking the store: the size, and by it the widths and names of the variants.
 *
 * @param format JPEG of an opaque picture, PNG of one with transparency, GIF of an animation
 */
public record MediaAddress(MediaId id, int width, int height, ImageFormat format) {

    /** The widths of the variants of a picture that is wide enough. */
    private static final List<Integer> WIDTHS = List.of(480, 960, 1600);

    private static final int WIDEST = 1600;

    private static final String SIZE = "[1-9][0-9]{0,4}";
    private static final Pattern ADDRESS =
            Pattern.compile("/media/(" + MediaId.PATTERN + ")/(" + SIZE + ")x(" + SIZE + ")\\.(jpg|png|gif)");

    /** Any file of a picture: a body may name a variant. */
    private static final Pattern REFERENCE = Pattern.compile("/media/(" + MediaId.PATTERN + ")/");

    /** Empty when it is the address of something else. */
    public static Optional<MediaAddress> parse(String address) {
        var parts = ADDRESS.matcher(address);
        return parts.matches()
                ? ImageFormat.ofExtension(parts.group(4))
                        .map(format -> new MediaAddress(
                                new MediaId(parts.group(1)),
                                Integer.parseInt(parts.group(2)),
                                Integer.parseInt(parts.group(3)),
                                format))
                : Optional.empty();
    }

    /** The pictures that a body names anywhere, each once. */
    public static Set<MediaId> idsIn(String markdown) {
        var ids = new LinkedHashSet<MediaId>();
        var references = REFERENCE.matcher(markdown);
        while (references.find()) {
            ids.add(new MediaId(references.group(1)));
        }
        return ids;
    }

    /** The addresses of the pictures in a body that do not move, each once. */
    public static List<String> stillIn(String markdown) {
        return ADDRESS.matcher(markdown)
                .results()
                .map(MatchResult::group)
                .filter(address -> !address.endsWith(ImageFormat.GIF.extension()))
                .distinct()
                .toList();
    }

    /** The address of a file of a picture. */
    public static String of(MediaId id, String name) {
        return "/media/" + id + "/" + name;
    }

    /** A picture as a body names it. */
    public static String markdown(String alt, MediaAddress address) {
        return "![" + alt.replaceAll("[\\\\\\[\\]`*_<>&!]", "\\\\$0") + "](" + address + ")";
    }

    /** The name of the file in full size. */
    public String name() {
        return width + "x" + height + "." + format.extension();
    }

    public boolean isAnimated() {
        return format == ImageFormat.GIF;
    }

    /** The widths of the variants, none wider than the picture; the last one is its own unless it is wider than all. */
    public List<Integer> widths() {
        return Stream.concat(
                        WIDTHS.stream().filter(variant -> variant < width),
                        width <= WIDEST ? Stream.of(width) : Stream.empty())
                .toList();
    }

    /** The format of the variants for those that do not show WebP. */
    public ImageFormat plainFormat() {
        return isAnimated() ? ImageFormat.PNG : format;
    }

    /** The name of a variant; the plain one in full width is the file in full size itself, save that of an animation. */
    public String variant(int variantWidth, ImageFormat variantFormat) {
        return variantWidth == width && variantFormat == format
                ? name()
                : variantWidth + "." + variantFormat.extension();
    }

    /** The height of a variant. */
    public int heightAt(int variantWidth) {
        return (int) Math.max(1, Math.round((double) height * variantWidth / width));
    }

    @Override
    public String toString() {
        return of(id, name());
    }
}
