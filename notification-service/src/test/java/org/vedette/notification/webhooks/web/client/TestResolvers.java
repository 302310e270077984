package org.vedette.notification.webhooks.web.client;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** A name server that answers what a test says, one answer after the other; the last one stays. */
public final class TestResolvers extends AddressResolverGroup<InetSocketAddress> {

    private final Queue<List<InetAddress>> answers = new ArrayDeque<>();

    /** @param answers addresses, separated by spaces; empty when there is no such host */
    public TestResolvers(String... answers) {
        Arrays.stream(answers).map(TestResolvers::addresses).forEach(this.answers::add);
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetSocketAddressResolver(executor, new InetNameResolver(executor) {
            @Override
            protected void doResolve(String host, Promise<InetAddress> promise) throws Exception {
                promise.setSuccess(next(host).get(0));
            }

            @Override
            protected void doResolveAll(String host, Promise<List<InetAddress>> promise) throws Exception {
                promise.setSuccess(next(host));
            }
        });
    }

    private synchronized List<InetAddress> next(String host) throws UnknownHostException {
        var answer = answers.size() > 1 ? answers.remove() : answers.element();
        if (answer.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return answer;
    }

    private static List<InetAddress> addresses(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1))
                        .map(literal -> {
                            try {
                                return InetAddress.getByName(literal);
                            } catch (UnknownHostException e) {
                                throw new IllegalArgumentException(e);
                            }
                        })
                        .toList();
    }
}
