/** The page of redirects. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.redirects.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
