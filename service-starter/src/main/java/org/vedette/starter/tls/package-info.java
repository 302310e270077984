/** How a service protects its connections to Kafka and MongoDB: settings of ours become those of the clients. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.tls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
