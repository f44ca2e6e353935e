"""Arabic in charts: every string looks as an independent renderer (Pillow with raqm) draws it."""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
from matplotlib import font_manager, rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from needed import needs
from PIL import Image, ImageDraw, ImageFont, features

from analysis import strings
from analysis.charts import theme
from analysis.charts.arabic import RLM, SHAPES, shape

SIZE, DPI = 60, 72
SAME = (
    20  # mean pixel difference: pictures of one string differ by at most 15, of another order or shape by 37 and more
)
STRINGS = [
    "متوسط النبرة",
    "حزب الله",
    "عبد الله النهري",
    "CNN بالعربية تنقل عن الوزير",
    "وكالة رويترز (Reuters) في رمالة",
    "«لن نقبل بذلك»",
    "التصريحات: 1,234 (45%)",
    "3/11/2016",
    "من ٣ إلى ١٢ مقالًا",
    'قال "نعم" [ثم سكت]',
    "الفرق \u200e−0.12",
    "لا إله، لأن الآن",
]
TICKS = [
    strings.Words("ar", "ar-SY").day("2024-01-08", "d MMM"),
    strings.Words("ar").signed(-0.25),
    strings.Words("ar").percent(0.3),
]


def drawn_by_matplotlib(text: str, family: str = "DejaVu Sans") -> np.ndarray:
    with rc_context({"text.parse_math": False, "font.family": [family], "text.hinting": "none"}):
        figure = Figure(figsize=(26, 2), dpi=DPI)
        canvas = FigureCanvasAgg(figure)
        figure.text(0.02, 0.4, text, fontsize=SIZE)
        buffer = io.BytesIO()
        canvas.print_png(buffer)
    return trimmed(Image.open(buffer).convert("L"))


def drawn_by_pillow(text: str, direction: str = "rtl") -> np.ndarray:
    font = ImageFont.truetype(font_manager.findfont("DejaVu Sans"), SIZE, layout_engine=ImageFont.Layout.RAQM)
    image = Image.new("L", (2000, 200), 255)
    ImageDraw.Draw(image).text((40, 40), text, font=font, fill=0, direction=direction)
    return trimmed(image)


def trimmed(image: Image.Image) -> np.ndarray:
    box = Image.eval(image, lambda v: 255 - v).getbbox()
    return np.asarray(image.crop(box).resize((300, 24), Image.Resampling.BOX), dtype=float)


def difference(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one - other).mean())


def raqm() -> None:
    needs(
        features.check("raqm"),
        "Pillow without raqm: install it with `apt-get install libraqm0` and `pip install --force-reinstall pillow`",
    )


@pytest.mark.parametrize("text", STRINGS + TICKS)
def test_a_string_is_drawn_as_an_independent_renderer_draws_it(text):
    raqm()
    direction = "rtl" if any("\u0600" <= c <= "\u06ff" for c in text) else "ltr"
    # Before 3.11 the letters are shaped by a library that drops vowel marks: the same word without them is right there.
    expected = text if SHAPES else re.sub("[\u064b-\u0652]", "", text)
    assert difference(drawn_by_matplotlib(shape(text)), drawn_by_pillow(expected, direction)) < SAME


@pytest.mark.parametrize("text", [text for text in STRINGS if len(text) > 9 and text != "3/11/2016"])
def test_the_comparison_sees_a_wrong_order(text):
    raqm()
    wrong = shape(text, shapes=not SHAPES)
    assert difference(drawn_by_matplotlib(wrong), drawn_by_pillow(text)) > SAME


def test_every_arabic_string_of_the_catalogue_that_charts_draw():
    raqm()
    words = strings.Words("ar")
    for key in ("axis.negative", "axis.positive", "speaker_kind.—", "speech_act.call for", "type.mixed"):
        text = words.say(key)
        assert difference(drawn_by_matplotlib(shape(text)), drawn_by_pillow(text)) < SAME, key


def test_where_matplotlib_shapes_only_a_mark_is_added():
    assert shape("سطر\nCNN بالعربية", shapes=True) == f"{RLM}سطر\n{RLM}CNN بالعربية"
    assert shape("Latin 12%", shapes=True) == "Latin 12%" == shape("Latin 12%", shapes=False)


def test_where_it_does_not_the_letters_are_joined_and_in_visual_order():
    shaped = shape("حزب الله", shapes=False)
    assert RLM not in shaped and "\ufdf2" not in shaped
    assert (
        all("\ufe70" <= c <= "\ufeff" or c == " " for c in shaped) and shaped[-1] == "\ufea3"
    )  # initial ح stands last


def test_the_packages_own_fonts_hold_every_letter_of_the_catalogue():
    from fontTools.ttLib import TTFont

    files = [*theme.FONTS.glob("*Regular.ttf"), font_manager.findfont("DejaVu Sans")]
    held = set().union(*(TTFont(file).getBestCmap() for file in files))
    letters = {c for forms in strings.table().values() for text in forms.values() for c in text}
    assert not {c for c in letters if ord(c) not in held and not c.isspace()}
