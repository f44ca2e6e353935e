"""What the tests of the loaders share: reading bytes as a file of a name, and an article of our own."""

import io

import pytest

from analysis.loaders import Record, Source, records

# Invented: no such minister, town or dam.
ARTICLE = (
    "قال وزير الري في جمهورية مرسى، سالم الحدادي، إن أعمال ترميم سد النخيل ستنتهي قبل موسم الأمطار.\n\n"
    "وأضاف أمام الصحافيين في بلدة الغدير: «لن نترك المزارعين ينتظرون عاماً آخر»، "
    "مشيراً إلى أن الكلفة بلغت 12 مليون دينار.\r\n"
    "وكان المجلس البلدي قد طالب الأسبوع الماضي بنشر تقرير السلامة &amp; خطة الطوارئ."
)


def read_bytes(name, data, declared=None):
    """Return (records, rejects) of a file with this name and content."""
    source = Source(name.rpartition("/")[2], name, lambda: io.BytesIO(data), lambda origin: declared)
    items = list(records(source))
    return [i for i in items if isinstance(i, Record)], [i for i in items if not isinstance(i, Record)]


@pytest.fixture(scope="session")
def read():
    return read_bytes


@pytest.fixture(scope="session")
def text():
    return ARTICLE
