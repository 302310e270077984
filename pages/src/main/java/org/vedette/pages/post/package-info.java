/** How a post looks on its page and in lists, for whoever shows one: the site, and the preview of the studio. */
@CheckReturnValue
@NullMarked
package org.vedette.pages.post;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
