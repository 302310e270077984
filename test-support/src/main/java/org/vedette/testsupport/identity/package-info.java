/** Signed tokens, as the gateway issues them to services. */
@CheckReturnValue
@NullMarked
package org.vedette.testsupport.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
