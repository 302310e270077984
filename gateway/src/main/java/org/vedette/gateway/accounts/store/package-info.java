/** Accounts in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.accounts.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
