"""Large files on their way out, through the real bot: zipped, and refused in words where that does not help."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from cogs.ui import zipped
from cogs.ui.layout import Document
from tests.cogs.desk import a_desk
from tests.cogs.lists.exporting import handed_over, on_the_list, roster
from tests.cogs.server import newest, seen

FITTING = zipped.fitting


async def test_a_file_that_discord_would_not_take_comes_zipped(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        with pytest.MonkeyPatch().context() as patched:
            patched.setattr(zipped, "fitting", lambda document, _limit: FITTING(document, 900))
            said = await roster(desk, "export", format="json")
            [attached] = newest(said).attachments
            assert attached.filename.endswith(".json.zip")
            with zipfile.ZipFile(io.BytesIO(await attached.read())) as archive:
                [name] = archive.namelist()
                data = archive.read(name)
        [record] = await handed_over(desk)
        assert record["sha256"] == hashlib.sha256(data).hexdigest()


async def test_what_is_too_large_even_so_is_refused_in_words(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        with pytest.MonkeyPatch().context() as patched:
            patched.setattr(zipped, "fitting", lambda document, _limit: FITTING(document, 10))
            said = await roster(desk, "export", format="pdf")
        assert "That file is too large for Discord here" in seen(said)
        assert await handed_over(desk) == []


def test_a_file_that_fits_stays_as_it_is() -> None:
    document = Document("list.txt", b"x" * 100)
    assert zipped.fitting(document, 100) is document
