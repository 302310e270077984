/** Who has had test mails sent, in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.testmails.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
