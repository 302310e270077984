/** Posts and their outboxes in MongoDB, one document per post. */
@CheckReturnValue
@NullMarked
package org.vedette.post.publishing.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
