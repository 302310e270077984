/** The OpenAPI description of the JSON APIs. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.openapi.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
