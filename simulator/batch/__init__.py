"""Many transcripts at once: where they come from, how they are judged, and on what."""
