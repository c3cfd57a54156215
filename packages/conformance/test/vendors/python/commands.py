"""Reads commands, one JSON object a line, and writes what came of each, one JSON object a line."""

import json
import sys


def serve(commands, describe):
    """Each command says what to `do`, on which `host`, with which `key`; the rest is for the command."""
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = {"value": commands[command["do"]](command)}
        except Exception as error:  # whatever the SDK throws is what the test is about
            answer = {"error": {"is": type(error).__name__, **describe(error)}}
        print(json.dumps(answer, default=str), flush=True)
