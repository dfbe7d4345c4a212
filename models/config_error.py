"""What stops a command of the host; apart from the settings, so that those who read none load no pydantic."""

from typing import ClassVar


class ConfigError(Exception):
    """Something that whoever runs the bot can mend. Its text is one sentence that names it."""

    exit_code: ClassVar[int] = 2
    """With which the process ends; ``docs/hosting.md`` lists them."""
