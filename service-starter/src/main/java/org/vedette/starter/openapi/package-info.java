/** Describes the API of a service as OpenAPI; the gateway publishes the description. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
