/** Counts of failed logins in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.login.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
