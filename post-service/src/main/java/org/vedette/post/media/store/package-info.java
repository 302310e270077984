/** Media in MongoDB, their files in GridFS. */
@CheckReturnValue
@NullMarked
package org.vedette.post.media.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
