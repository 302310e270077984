/** The pages for signing in and out. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.login.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
