/** The HTTP API of redirects, and their page. */
@CheckReturnValue
@NullMarked
package org.vedette.post.redirects.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
