"""Pages as a browser sees them: no request, no message, the right direction, nothing from an article running."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from needed import chromium

from analysis.report.place import NOTEBOOKS

PAGES = [*NOTEBOOKS, "index"]
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"
VOID = {"meta", "link", "br", "img", "hr", "input", "path", "use", "rect"}


class Reader(HTMLParser):
    """Collects what the tests ask for, and checks that tags close."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open and self.open.pop() == tag, tag


def html_of(folder: Path, page: str) -> str:
    return (folder / f"{page}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_and_holds_no_script(built, language, page):
    html = html_of(built[language], page)
    reader = Reader(html)
    assert not reader.open
    tags = reader.tags
    assert next(a for t, a in tags if t == "html") == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    assert [a["content"] for t, a in tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"] == [
        POLICY
    ]
    assert not [t for t, a in tags if t in ("script", "iframe", "object", "embed", "form", "base")]
    assert not [a for t, a in tags if any(key.startswith("on") for key in a)]
    assert [t for t, _ in tags].count("h1") == 1
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    for _, attributes in tags:
        link = attributes.get("href", "")
        assert not link.startswith(("javascript:", "file:", "/"))
        if link.startswith("#"):
            assert link[1:] in ids or "glyph" in link or not link[1:]
    assert not re.search(r"/tmp/|0x[0-9a-f]{8,}", re.sub(r"base64,[\w+/=]+", "", html))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_links_between_pages_lead_somewhere(built, language):
    folder = built[language]
    for page in PAGES:
        for tag, attributes in Reader(html_of(folder, page)).tags:
            link = attributes.get("href", "")
            if tag == "a" and not link.startswith(("#", "https://example.org")):
                file, _, anchor = link.partition("#")
                target = (folder / file).resolve()
                assert target.exists(), link
                assert not anchor or f'id="{anchor}"' in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_last_expression_is_on_the_page_with_its_folded_code(built, language):
    for name, shown in (("overview", 8), ("frequency", 7), ("sentiment", 5), ("actors", 4), ("statements", 2)):
        html = html_of(built[language], name)
        assert html.count('<details class="code">') == shown - (name == "overview") and "nb.page(" in html
        assert html.count('class="block') + html.count("class=block") >= shown - 1


def test_alt_texts_and_data_behind_every_chart(built):
    for page in ("overview", "frequency", "sentiment", "actors"):
        html = html_of(built["en"], page)
        charts = html.count("<figure class=block")
        assert charts and html.count("role=img aria-label=") == charts == html.count("<details class=data>")


def test_parameters_and_provenance_stand_on_every_page(built):
    for page in PAGES:
        html = html_of(built["en"], page)
        manifest = json.loads((built["en"] / "manifest.json").read_text(encoding="utf-8"))
        assert (
            manifest["program"]["files_sha256"] in html
            and f"pandas {manifest['versions']['pandas']}" in html
            and "1 Jan 2024" in html
        )


def test_hostile_names_are_text(built):
    html = html_of(built["ar"], "overview") + html_of(built["ar"], "statements")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html and "javascript:" not in html and "<i>" not in html


@pytest.mark.parametrize("language", ["en", "ar"])
def test_in_a_browser_no_request_no_message_and_the_right_direction(built, language, tmp_path):
    browser = chromium()
    for page in (*PAGES, "../../index"):
        log = tmp_path / "net.json"
        address = (built[language] / f"{page}.html").resolve().as_uri()
        command = [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--log-net-log={log}",
            "--enable-logging=stderr",
            "--v=0",
            "--virtual-time-budget=2000",
            "--dump-dom",
            address,
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, encoding="utf-8", errors="replace")
        assert "</footer>" in done.stdout or page == "../../index"
        assert not [line for line in done.stderr.splitlines() if "CONSOLE" in line], page
        asked = set(
            re.findall(r'"url":"((?:https?|wss?|ftp)://[^"]+)"', log.read_text(encoding="utf-8", errors="replace"))
        )
        assert not {url for url in asked if "example.org" in url or "w3.org" in url}, page
        assert not asked - {url for url in asked if re.search(r"google|gvt1|chromium", url)}, page


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1440, 390])
def test_in_a_browser_nothing_sticks_out_sideways(built, language, width, tmp_path):
    """The page is put in a frame of `width` and asked for its own width: no page scrolls sideways."""
    browser = chromium()
    for page in PAGES:
        probe = tmp_path / f"{page}.html"
        text = html_of(built[language], page).replace(
            POLICY,
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; script-src 'unsafe-inline'",
        )
        inner = text.replace(
            "</body>",
            "<script>document.title=document.documentElement.scrollWidth+' '+"
            "getComputedStyle(document.querySelector('main')).direction</script></body>",
        )
        probe.write_text(inner, encoding="utf-8")
        outer = tmp_path / "outer.html"
        outer.write_text(
            f"<iframe id=f src='{probe.name}' style='width:{width}px;height:900px;border:0'></iframe>"
            "<script>f.onload=()=>document.body.append(f.contentDocument.title)</script>",
            encoding="utf-8",
        )
        command = [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--allow-file-access-from-files",
            "--no-first-run",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--window-size=1600,1000",
            "--virtual-time-budget=3000",
            "--dump-dom",
            outer.as_uri(),
        ]
        found = re.search(
            r"(\d+) (rtl|ltr)", subprocess.run(command, capture_output=True, text=True, timeout=120).stdout
        )
        assert found, page
        assert int(found[1]) <= width and found[2] == ("rtl" if language == "ar" else "ltr"), (page, found.groups())
