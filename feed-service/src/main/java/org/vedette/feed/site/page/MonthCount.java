package org.vedette.feed.site.page;

import java.time.Year;

/**
 * A month in the archive.
 *
 * @param year its year
 * @param name such as June 2016
 * @param shortName such as June
 * @param path where its posts are listed
 * @param posts how many there are
 */
public record MonthCount(Year year, String name, String shortName, String path, int posts) {}
