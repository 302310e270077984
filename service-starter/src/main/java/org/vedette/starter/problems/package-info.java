/** Problem details (RFC 9457): one shape of error response for programs, a page for people. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.problems;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
