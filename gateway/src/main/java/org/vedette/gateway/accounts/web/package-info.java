/** The account page: password, sessions, second factor. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.accounts.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
