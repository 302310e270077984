/** The analyzer of the search: turns text into terms, with indicators found in every spelling and in linear time. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.search.index.analysis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
