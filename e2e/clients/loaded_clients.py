#!/usr/bin/python3
"""Runs Debian's glance and openstack for whoever asks by the socket that is the only argument.

They take a second of a processor to be loaded, most commands far less than that: they are loaded once, and every command
line runs in a process forked from that state. A request is one message, {"argv", "env", "cwd", "streams"}, with the
caller's open standard streams; the answer is the exit status in digits.
"""

import contextlib
import gc
import importlib
import importlib.metadata
import json
import os
import signal
import socket
import sys

from glanceclient import shell as glance
from openstackclient import shell as openstack

MAINS = {"glance": glance.main, "openstack": openstack.main}
LOADED_BY_COMMANDS = (
    "glanceclient.v2.shell",
    "openstack.connection",
    "openstackclient.identity.v3.user",
    "openstackclient.image.v2.image",
)
LONGEST_REQUEST = 1 << 17


def main(path):
    for name in LOADED_BY_COMMANDS:
        importlib.import_module(name)
    for plugin in importlib.metadata.entry_points(group="openstack.cli.extension"):
        # One that cannot be loaded is what the client itself complains about.
        with contextlib.suppress(Exception):
            plugin.load()
    # What is collected no more stays shared between the processes.
    gc.freeze()
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    listener.bind(path)
    listener.listen(16)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("listening", flush=True)
    while True:
        caller, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            return answer(caller)
        caller.close()


def answer(caller):
    message, streams, _, _ = socket.recv_fds(caller, LONGEST_REQUEST, 3)
    request = json.loads(message)
    child = os.fork()
    if child == 0:
        caller.close()
        take_over(request, dict(zip(request["streams"], streams)))
        return MAINS[os.path.basename(request["argv"][0])]()
    _, status = os.waitpid(child, 0)
    caller.send(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def take_over(request, streams):
    """Makes this process what the caller would have started itself."""
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    sys.argv = request["argv"]
    for number in range(3):
        if number in streams:
            os.dup2(streams[number], number)
        else:
            os.close(number)
    for stream in streams.values():
        os.close(stream)
    sys.stdin = open(0, closefd=False) if 0 in streams else None
    sys.stdout = open(1, "w", closefd=False) if 1 in streams else None
    sys.stderr = open(2, "w", buffering=1, closefd=False) if 2 in streams else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
