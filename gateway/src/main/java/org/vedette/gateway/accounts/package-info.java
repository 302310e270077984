/** The people who may sign in: their accounts, roles and passwords. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.accounts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
