/** The pages of admins. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.administration.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
