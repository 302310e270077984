/** The audit log: who did what to accounts, sessions and tokens. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
