"""Servers that are absent in some way, for absence.py: they accept connections and say nothing, or refuse the credentials."""
import socket
import struct
import threading


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Fake(threading.Thread):
    """A server that accepts connections and answers by a function, or never."""

    def __init__(self, answer=None):
        super().__init__(daemon=True)
        self.answer = answer
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=100)
        self.port = self.listener.getsockname()[1]
        self.open = []

    def run(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.open.append(connection)
            if self.answer:
                threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            self.answer(connection)
        except (OSError, struct.error, IndexError):
            pass
        finally:
            connection.close()

    def close(self):
        self.listener.close()
        for connection in self.open:
            connection.close()


def read_exactly(connection, size):
    data = b""
    while len(data) < size:
        more = connection.recv(size - len(data))
        if not more:
            raise OSError("closed")
        data += more
    return data


def refusing_kafka(connection):
    """SASL/PLAIN that refuses everybody: ApiVersions (18), SaslHandshake (17), SaslAuthenticate (36)."""
    while True:
        request = read_exactly(connection, struct.unpack(">i", read_exactly(connection, 4))[0])
        key, version, correlation = struct.unpack(">hhi", request[:8])
        head = struct.pack(">i", correlation)
        if key == 18:
            apis = [(17, 0, 1), (18, 0, 0), (36, 0, 1), (3, 0, 12), (0, 3, 9)]
            code = 35 if version > 0 else 0
            body = struct.pack(">hi", code, len(apis)) + b"".join(struct.pack(">hhh", *api) for api in apis)
        elif key == 17:
            body = struct.pack(">hih", 0, 1, 5) + b"PLAIN"
        else:
            text = b"Authentication failed: Invalid username or password"
            body = struct.pack(">hh", 58, len(text)) + text + struct.pack(">i", 0) + struct.pack(">q", 0)
        connection.sendall(struct.pack(">i", len(head + body)) + head + body)


def refusing_smtp(connection):
    connection.sendall(b"220 refusing.example ESMTP\r\n")
    lines = connection.makefile("rb")
    for line in lines:
        word = line[:4].upper()
        if word == b"EHLO":
            connection.sendall(b"250-refusing.example\r\n250 AUTH PLAIN LOGIN\r\n")
        elif word == b"QUIT":
            connection.sendall(b"221 bye\r\n")
            return
        elif word == b"AUTH":
            connection.sendall(b"535 5.7.8 Authentication credentials invalid\r\n")
        else:
            connection.sendall(b"530 5.7.0 Authentication required\r\n")
