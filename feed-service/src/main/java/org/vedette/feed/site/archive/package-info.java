/** The archive pages: the posts of a series, a tag, an author, a year or a month. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.archive;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
