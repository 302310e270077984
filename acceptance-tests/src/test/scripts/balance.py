#!/usr/bin/env python3
"""Passes connections on to instances that are ready, in turn, as the Service of a cluster does.

balance.py FRONT=INSTANCE,INSTANCE ...   ports of the loopback address; the management port of an instance is 1000 above.
An instance whose readiness is not 200 gets no new connections; those it has go on.
"""
import asyncio
import sys

ready = {}


async def is_ready(port):
    try:
        reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port + 1000), 1)
        writer.write(b"GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        line = await asyncio.wait_for(reader.readline(), 2)
        writer.close()
        return line.split()[1:2] == [b"200"]
    except (OSError, asyncio.TimeoutError):
        return False


async def watch(port):
    while True:
        ready[port] = await is_ready(port)
        await asyncio.sleep(0.2)


async def pump(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
    except (OSError, RuntimeError):
        writer.transport.abort()


def passing(instances):
    turn = 0

    async def serve(reader, writer):
        nonlocal turn
        turn += 1
        order = instances[turn % len(instances):] + instances[:turn % len(instances)]
        for port in sorted(order, key=lambda each: not ready.get(each)):
            try:
                upstream = await asyncio.open_connection("127.0.0.1", port)
                break
            except OSError:
                continue
        else:
            writer.close()
            return
        await asyncio.gather(pump(reader, upstream[1]), pump(upstream[0], writer))
        for side in (writer, upstream[1]):
            side.close()

    return serve


async def main(rules):
    for rule in rules:
        front, instances = rule.split("=")
        ports = [int(port) for port in instances.split(",")]
        for port in ports:
            asyncio.create_task(watch(port))
        await asyncio.start_server(passing(ports), "127.0.0.1", int(front))
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
