"""Ringback: rehearse the follow-up phone call after a job interview."""
