/** Signatures of mails (RFC 6376, RFC 8463), and the DNS records that publish their keys. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.dkim;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
