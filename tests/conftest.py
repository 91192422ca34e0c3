"""A newspaper on loopback that says what it likes, byte by byte: the hostile ones are served for real."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

CHUNK = b"x" * 65536


@dataclass
class Wire:
    """One request, and the socket that its answer goes to."""

    socket: socket.socket
    path: str
    head: str

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def answer(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        """Send a whole answer, as a decent server does; a header is written with `_` for `-`."""
        named = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body)), **headers}
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items()]
        self.send("\r\n".join([f"HTTP/1.1 {status} Whatever", *lines, "Connection: close", "", ""]).encode())
        self.send(body)

    def reset(self) -> None:
        """Break the connection off, as a crashed server does."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.socket.close()


Way = Callable[[Wire], None]


@dataclass
class Rogue:
    """A newspaper: what it does by path, or by default, and what it was asked and when."""

    home: str
    ways: dict[str, Way] = field(default_factory=dict)
    otherwise: Way = lambda wire: wire.answer(b"none", status=404)
    asked: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory) -> Path:
    """Make a certificate that nobody vouches for, of another host, and long expired."""
    # Under Scrapy by pyOpenSSL; few tests need it.
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "other.example")])
    then = datetime(2020, 1, 1, tzinfo=UTC)
    signed = (x509.CertificateBuilder(name, name, key.public_key(), 1, then, then + timedelta(days=1))).sign(
        key, hashes.SHA256()
    )
    pem = serialization.Encoding.PEM
    file = tmp_path_factory.mktemp("tls") / "paper.pem"
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(secret + signed.public_bytes(pem))
    return file


@pytest.fixture(scope="module")
def open_rogue(certificate) -> Iterator[Callable[..., Rogue]]:
    """Open rogue newspapers on loopback, by TLS if wanted; any number, until the module ends."""
    listeners: list[socket.socket] = []

    def open_one(*, tls: bool = False) -> Rogue:
        listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        rogue = Rogue(f"{'https' if tls else 'http'}://127.0.0.1:{listener.getsockname()[1]}")
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            listener = context.wrap_socket(listener, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=listen, args=(listener, rogue), daemon=True).start()
        listeners.append(listener)
        return rogue

    yield open_one
    for listener in listeners:
        listener.close()


def listen(listener: socket.socket, rogue: Rogue) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=serve, args=(connection, rogue), daemon=True).start()


def serve(connection: socket.socket, rogue: Rogue) -> None:
    """Hear one request and do to it what the paper does; the other side may go whenever it likes."""
    with connection:
        try:
            head = b""
            while b"\r\n\r\n" not in head:
                if not (data := connection.recv(65536)):
                    return
                head += data
                if head.startswith(b"\x16"):  # a client that speaks TLS
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    return
            path = head.split(b" ", 2)[1].decode()
            rogue.asked.append(path)
            rogue.times.append(time.monotonic())
            rogue.ways.get(path, rogue.otherwise)(Wire(connection, path, head.decode("latin-1")))
        except OSError:
            return


def page(name: str, number: int) -> bytes:
    """Return an article that is found by `h1` and `article`."""
    line = (
        f"{name} 산업단지의 {number}번 입주기업이 올해 시제품 제작비 {number}억원을 지원받는다고 30일 밝혔다."
    )
    return f"<meta charset=utf-8><h1>{name} {number}호</h1><article><p>{line}<p>{line}</article>".encode()


def forever(start: bytes, more: bytes, *, pause: float = 0) -> Way:
    def way(wire: Wire) -> None:
        wire.send(start)
        while True:
            time.sleep(pause)
            wire.send(more)

    return way


def says(body: bytes, **headers: object) -> Way:
    return lambda wire: wire.answer(body, **headers)


def bomb(wire: Wire) -> None:
    """Answer 1 GB of nothing in 1 MB."""
    wire.answer(BOMB, Content_Encoding="gzip")


def wall(wire: Wire) -> None:
    """Send whoever brings no cookie back to the same page, with a cookie."""
    wire.answer(b"", status=302, Location=wire.path, Set_Cookie="seen=1")


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BOMB = gzip.compress(bytes(16 << 20)) * 64
WAYS = SimpleNamespace(
    says=says,
    page=page,
    slow_headers=forever(OK, b"X: y\r\n", pause=0.2),
    slow_body=forever(OK + b"Content-Length: 9999\r\n\r\n", b"x", pause=0.2),
    silent=lambda wire: time.sleep(60),
    endless_body=forever(OK + b"\r\n", CHUNK),
    endless_chunks=forever(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + CHUNK + b"\r\n"),
    endless_headers=forever(OK, b"X-Filler: " + b"y" * 8000 + b"\r\n"),
    endless_header=forever(OK + b"X: ", CHUNK),
    bomb=bomb,
    large=says(b"x" * (10 << 20)),
    loop=lambda wire: wire.answer(b"", status=302, Location=wire.path),
    wall=wall,
    to=lambda place: says(b"", status=302, Location=place),
    cut_short=lambda wire: wire.answer(b"<p>half", Content_Length="9999"),
    too_long=lambda wire: wire.answer(b"<p>" + b"more than that" * 99, Content_Length="3"),
    bad_length=lambda wire: wire.answer(b"<p>", Content_Length="many"),
    reset=Wire.reset,
    half=lambda wire: (wire.send(OK + b"Content-Length: 100\r\n\r\n<p>"), wire.reset()),
    garbage=lambda wire: wire.send(b"\x16\x03\x01 no http at all\r\n\r\n"),
    half_gzip=lambda wire: wire.answer(gzip.compress(CHUNK)[:40], Content_Encoding="gzip"),
    no_gzip=lambda wire: wire.answer(b"<p>plain", Content_Encoding="gzip"),
)


@pytest.fixture(scope="session")
def ways() -> SimpleNamespace:
    """What a rogue newspaper may do to a request."""
    return WAYS
