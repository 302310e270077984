/** What is around the content of a page, and what its head tells machines. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.head;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
