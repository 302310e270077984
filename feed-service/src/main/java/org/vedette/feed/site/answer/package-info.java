/** What an address of the site leads to, and what is said where there is nothing to show. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.answer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
