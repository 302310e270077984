package org.vedette.notification.delivery.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vedette.notification.StoreOutages;

/** {@link StoreOutages} by the driver's exceptions: all of them but those about the very document that was written. */
@Component
class MongoOutages implements StoreOutages {

    @Override
    public boolean explain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof MongoException
                        && !(cause instanceof MongoWriteException)
                        && !(cause instanceof MongoBulkWriteException));
    }
}
