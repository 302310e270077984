/** Wires accounts, sessions and tokens, and creates the first account. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.people;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
