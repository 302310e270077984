/** Sessions of people who are signed in. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.sessions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
