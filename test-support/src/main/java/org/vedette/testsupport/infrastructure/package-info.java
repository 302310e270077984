/** Kafka and MongoDB for integration tests: containers where Docker is, the embedded ones otherwise. */
@CheckReturnValue
@NullMarked
package org.vedette.testsupport.infrastructure;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
