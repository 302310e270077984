package org.vedette.post.authors;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An author, under all names that an editor merged.
 *
 * @param slug last path segment of the author's page
 * @param names as bylines have them, sorted
 * @param formerSlugs of authors who were merged with this one, sorted; each redirects to {@code slug}
 * @param isRepublishing whether posts are still being published again after the last merge
 */
public record Author(AuthorSlug slug, List<String> names, List<AuthorSlug> formerSlugs, boolean isRepublishing) {

    private static final Comparator<AuthorSlug> BY_VALUE = Comparator.comparing(AuthorSlug::value);

    public Author {
        names = List.copyOf(names);
        formerSlugs = List.copyOf(formerSlugs);
    }

    /** The authors whom the names stand for, by their slugs, sorted. */
    static Map<AuthorSlug, Author> ofNames(List<AuthorName> names) {
        return names.stream()
                .collect(Collectors.groupingBy(
                        AuthorName::author,
                        () -> new TreeMap<>(BY_VALUE),
                        Collectors.collectingAndThen(Collectors.toList(), Author::ofOne)));
    }

    private static Author ofOne(List<AuthorName> names) {
        return new Author(
                names.get(0).author(),
                names.stream().map(AuthorName::name).sorted().toList(),
                names.stream()
                        .flatMap(name -> name.formerSlugs().stream())
                        .sorted(BY_VALUE)
                        .toList(),
                names.stream().anyMatch(name -> name.republishUntil() != null));
    }
}
