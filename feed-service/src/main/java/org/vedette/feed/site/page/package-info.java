/** What is printed on the pages of the site, in words; a template receives one of the pages and calls nothing. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
