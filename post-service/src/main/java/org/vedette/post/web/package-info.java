/** The configuration of the HTTP server: security, problem details, limits, JSON. */
@CheckReturnValue
@NullMarked
package org.vedette.post.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
