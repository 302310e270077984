/**
 * A store that speaks MongoDB's wire protocol, running in this process and keeping its data in one file.
 *
 * <p>Commands and queries are mongo-java-server's; documents, indexes and durability are ours. A query is answered
 * through an index when equality or {@code $in} binds all of the index's paths, alone or beside other conditions; ranges
 * and sorts read every document of the collection, which at 20 000 documents takes some hundred times as long. Name a
 * batch size when reading many: without one, all of them are one reply.
 */
@CheckReturnValue
@NullMarked
package org.vedette.embedded.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
