/** The HTTP API of lists. */
@CheckReturnValue
@NullMarked
package org.vedette.post.listing.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
