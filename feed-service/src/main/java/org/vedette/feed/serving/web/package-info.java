/** How finished answers are kept and sent: the bytes of a page are made once and then served from memory. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.serving.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
