"""Ringback: rehearse the follow-up phone call after a job interview.

What is said here stays here: libraries that report their use to their makers unless they are told not to are told so,
before any of them is loaded (onnxruntime 1.29 and later, on Linux and macOS; what Whisper is fetched with).
"""

import os

os.environ |= dict.fromkeys(("ORT_DISABLE_TELEMETRY", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK"), "1")
