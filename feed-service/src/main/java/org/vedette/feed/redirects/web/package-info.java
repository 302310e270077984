/** Redirects, as the gateway asks for them. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.redirects.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
