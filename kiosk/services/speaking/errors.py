"""What a voice raises."""

from kiosk.core.errors import EnvironmentProblem


class VoiceError(EnvironmentProblem):
    """A voice could not speak; the message never holds the words."""
