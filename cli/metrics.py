"""Metrics: figures for Prometheus on this machine's own address, where ``metrics_port`` is set. Nothing personal.

They are counted here and read when somebody asks, by the standard client library.
"""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
from sqlalchemy import event

from cogs.client import Undersigned
from models.config import ConfigError, Settings
from models.operations.health import oldest_unsent

if TYPE_CHECKING:
    from prometheus_client.core import Metric

ADDRESS = "127.0.0.1"
PATIENCE = 5.0
"""Seconds for the one figure that is read from the database."""
KINDS = {
    discord.InteractionType.application_command: "command",
    discord.InteractionType.component: "press",
    discord.InteractionType.modal_submit: "form",
    discord.InteractionType.autocomplete: "completion",
}


class Figures(logging.Handler):
    """What is counted in this process, and the bot of the moment; None while it stands by."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.interactions: Counter[str] = Counter(dict.fromkeys(KINDS.values(), 0))
        self.commits = self.errors = 0
        self._client: Undersigned | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def emit(self, _record: logging.LogRecord) -> None:
        """An error was logged, so it is counted."""
        self.errors += 1

    def watch(self, client: Undersigned) -> None:
        """Count what this client does from now on; call it on the event loop."""
        self._client, self._loop = client, asyncio.get_running_loop()

        async def happened(interaction: discord.Interaction[Any]) -> None:
            self.interactions[KINDS.get(interaction.type, "press")] += 1

        def committed(_connection: object) -> None:
            self.commits += 1

        client.add_listener(happened, "on_interaction")
        event.listen(client.store.engine, "commit", committed)

    def leave(self) -> None:
        """The client of the moment is closed."""
        self._client = None

    def collect(self) -> "Iterable[Metric]":
        """The figures as they are now; called in a thread of the library's."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        client = self._client
        presses = CounterMetricFamily(
            "undersigned_interactions",
            "Commands, presses, forms and requests for suggestions that arrived.",
            labels=["kind"],
        )
        for kind, count in self.interactions.items():
            presses.add_metric([kind], count)
        yield presses
        yield CounterMetricFamily(
            "undersigned_commits", "Transactions that the bot committed.", value=self.commits
        )
        yield CounterMetricFamily("undersigned_errors", "Errors in the log.", value=self.errors)
        yield GaugeMetricFamily(
            "undersigned_leads",
            "1 if this process is the bot, 0 if it's on standby.",
            value=int(client is not None),
        )
        if client is None:
            return
        yield GaugeMetricFamily(
            "undersigned_queue", "Changes that are waiting for the database.", value=client.store.waiting
        )
        shards = GaugeMetricFamily(
            "undersigned_shards", "Connections to Discord that are up or down.", labels=["state"]
        )
        up, down = client.connections()
        shards.add_metric(["up"], len(up))
        shards.add_metric(["down"], len(down))
        yield shards
        if (lag := self._lag(client)) is not None:
            yield GaugeMetricFamily(
                "undersigned_notice_lag_seconds",
                "How many seconds late the oldest unsent message is.",
                value=lag,
            )

    def _lag(self, client: Undersigned) -> float | None:
        """None where the database doesn't answer: then the figure is left out."""
        now = datetime.now(UTC)
        if self._loop is None:
            return None
        asked = asyncio.run_coroutine_threadsafe(client.store.read(oldest_unsent, now), self._loop)
        try:
            due = asked.result(PATIENCE)
        except Exception:
            asked.cancel()
            return None
        return max(0.0, (now - due).total_seconds()) if due is not None else 0.0


@contextlib.contextmanager
def served(settings: Settings) -> Iterator[Figures | None]:
    """Serve the figures meanwhile, where the settings name a port. Raises ConfigError where that can't be done."""
    if not settings.metrics_port:
        yield None
        return
    try:
        from prometheus_client import CollectorRegistry, ProcessCollector, start_http_server
    except ImportError:
        raise ConfigError(
            "metrics_port is set, but a package is missing. Run pip install prometheus_client, or set metrics_port "
            "to 0."
        ) from None
    figures, registry = Figures(), CollectorRegistry()
    registry.register(figures)
    ProcessCollector(registry=registry)
    try:
        server, thread = start_http_server(settings.metrics_port, ADDRESS, registry)
    except OSError as error:
        raise ConfigError(
            f"I can't serve metrics on port {settings.metrics_port}: {error.strerror}. Choose another metrics_port."
        ) from None
    logging.getLogger().addHandler(figures)
    try:
        yield figures
    finally:
        logging.getLogger().removeHandler(figures)
        server.shutdown()
        server.server_close()
        thread.join()
