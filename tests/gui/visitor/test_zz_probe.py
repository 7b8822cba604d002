from dataclasses import replace

import pytest

from kiosk.core.session import Contrast, TextSize
from kiosk.gui.visitor.tour import stops
from tests.gui.visitor.test_matrix import SMALL_WINDOWS, kiosks, look_at  # noqa


@pytest.mark.timeout(0)
@pytest.mark.parametrize("kiosks", SMALL_WINDOWS, ids=["a","b","c"], indirect=True)
def test_probe(kiosks, request):
    found=[]
    for v in (kiosks.shipped,kiosks.pseudo):
        for tag in v.shipped.languages:
            v.steering.end()
            for name, session in stops(v.window, tag, (TextSize.NORMAL, Contrast.DEFAULT)):
                if "search" in name or "remember" in name or "take-away-code" in name or "attract" in name:
                    for size in (TextSize.LARGE, TextSize.LARGEST):
                        found += look_at(v, name, replace(session, text_size=size))
                        v.window.grab().save(f"/tmp/w1/p-{request.node.callspec.id}-{tag}-{name}-{size.name}.png")
    assert not found, "\n".join(found)
