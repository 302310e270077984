/** Session cookies, and who sent a request. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.sessions.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
