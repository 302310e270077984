package org.vedette.notification.webhooks.web.client;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.vedette.notification.webhooks.receivers.AddressRules;

/**
 * Refuses to connect to addresses that may not be sent to. It sees the very address that the socket is connected to, so that
 * nothing changes between the check and the connection, whatever the name server answers next time.
 */
@Sharable
final class ConnectGuard extends ChannelOutboundHandlerAdapter {

    private final AddressRules rules;

    ConnectGuard(AddressRules rules) {
        this.rules = rules;
    }

    @Override
    public void connect(
            ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise)
            throws Exception {
        if (!(remote instanceof InetSocketAddress target) || target.isUnresolved()) {
            promise.setFailure(new RefusedAddressException("the address was not looked up"));
            return;
        }
        var refusal = rules.refusal(target.getAddress());
        if (refusal.isPresent()) {
            promise.setFailure(new RefusedAddressException(refusal.get()));
        } else {
            super.connect(context, remote, local, promise);
        }
    }
}
