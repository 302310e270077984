/** The audit log in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.audit.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
