/**
 * The public entry point of the suite: it routes requests, authenticates callers and enforces limits. It knows no domain
 * type.
 */
@CheckReturnValue
@NullMarked
package org.vedette.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
