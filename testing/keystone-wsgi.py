"""Serves Keystone on the loopback: PORT ACCESS_LOG CLOCK_OFFSET_SECONDS. Ends with the process that started it."""
import os
import sys
import threading
import time
from datetime import timedelta
from socketserver import ThreadingMixIn
from urllib.parse import parse_qs
from html import escape
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from oslo_utils import timeutils

port, access_log, clock_offset = int(sys.argv[1]), sys.argv[2], float(sys.argv[3])
sys.argv[1:] = []


def shift_clock(seconds):
    """Moves what stamps tokens and answers: Keystone's own clock, and the one of its web server."""
    real_time, real_utcnow = time.time, timeutils.utcnow

    def utcnow(with_timezone=False):
        return real_utcnow(with_timezone) + timedelta(seconds=seconds)

    utcnow.override_time = None
    timeutils.utcnow = utcnow
    time.time = lambda: real_time() + seconds


def logged(application):
    log = os.open(access_log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def serve(environ, start_response):
        path = environ['PATH_INFO'] + ('?' + environ['QUERY_STRING'] if environ['QUERY_STRING'] else '')

        def start(status, *rest):
            os.write(log, f"{environ['REQUEST_METHOD']} {path} {status[:3]}\n".encode())
            return start_response(status, *rest)

        return application(environ, start)

    return serve


SIGN_IN = """<!doctype html><html lang="en"><title>Front server</title><form>
<input type="hidden" name="origin" value="{origin}">
<label>Name <input name="front_user"></label><button>Continue</button></form></html>"""


def fronted(application):
    """Plays the web server that signs people in before Keystone's federation: whoever gives a name is believed."""

    def serve(environ, start_response):
        if '/websso' not in environ['PATH_INFO']:
            return application(environ, start_response)
        query = parse_qs(environ['QUERY_STRING'])
        if 'front_user' not in query:
            start_response('200 OK', [('Content-Type', 'text/html')])
            return [SIGN_IN.format(origin=escape(query.get('origin', [''])[0], True)).encode()]
        environ['FRONT_USER'] = query['front_user'][0]
        environ['FRONT_PROVIDER'] = 'https://front.example'
        return application(environ, start_response)

    return serve


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 256


class Handler(WSGIRequestHandler):
    def log_message(self, *_):
        pass


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


if clock_offset:
    shift_clock(clock_offset)
threading.Thread(target=end_with_parent, daemon=True).start()
from keystone.server.wsgi import initialize_public_application  # noqa: E402 (after the clock is shifted)

make_server('127.0.0.1', port, logged(fronted(initialize_public_application())), Server, Handler).serve_forever()
