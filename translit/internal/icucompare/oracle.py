# Transliterates the lines of standard input with ICU's library, which needs no compiler this way. uconv
# would do the same, but it feeds ICU the text in pieces, and rules with contexts then give something else.
import ctypes, ctypes.util, sys


def load(name):
    for version in range(90, 59, -1):
        try:
            return ctypes.CDLL(f"lib{name}.so.{version}"), version
        except OSError:
            pass
    sys.exit(f"lib{name} is not installed; install libicu")


library, version = load("icui18n")
open_transform = getattr(library, f"utrans_openU_{version}")
open_transform.restype = ctypes.c_void_p
pointer, number = ctypes.c_void_p, ctypes.c_int32
open_transform.argtypes = [pointer, number, number, pointer, number, pointer, pointer]
transform = getattr(library, f"utrans_transUChars_{version}")
transform.argtypes = [pointer, pointer, pointer, number, number, pointer, pointer]


def utf16(text):
    data = text.encode("utf-16-le")
    return ctypes.create_string_buffer(data + b"\0\0"), len(data) // 2


def check(status):
    if status.value > 0:
        sys.exit(f"ICU error {status.value}")


name, length = utf16(sys.argv[1])
status = ctypes.c_int(0)
table = open_transform(name, length, 0, None, 0, None, ctypes.byref(status))
check(status)
for line in sys.stdin.buffer.read().decode().splitlines():
    data, n = utf16(line)
    capacity = 40 * len(line) + 100
    buffer = ctypes.create_string_buffer(2 * capacity)
    ctypes.memmove(buffer, data, 2 * n)
    size, limit = number(n), number(n)
    transform(table, buffer, ctypes.byref(size), capacity, 0, ctypes.byref(limit), ctypes.byref(status))
    check(status)
    sys.stdout.buffer.write(buffer.raw[: 2 * size.value].decode("utf-16-le").encode() + b"\n")
