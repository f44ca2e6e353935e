"""Field names: which field of a record is the text, the title, the date … by the names that people use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from analysis.text import key

# By role, the best name first: of several that hold something the first counts. Written as people write them;
# compared without case, spaces and punctuation, Arabic without hamza and ta marbuta.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "content",
        "body",
        "article_text",
        "article_body",
        "articleBody",
        "full_text",
        "main_text",
        "body_text",
        "article_content",
        "content_text",
        "article",
        "story",
        "النص",
        "نص الخبر",
        "نص المقال",
        "نص",
        "المحتوى",
        "محتوى الخبر",
        "المتن",
        "متن الخبر",
        "الخبر",
        "المقال",
    ),
    "title": (
        "title",
        "headline",
        "head_line",
        "heading",
        "article_title",
        "og:title",
        "dc:title",
        "subject",
        "العنوان",
        "عنوان الخبر",
        "عنوان المقال",
        "عنوان",
        "العنوان الرئيسي",
    ),
    "published": (
        "published",
        "date_published",
        "published_at",
        "publish_date",
        "published_date",
        "publication_date",
        "datePublished",
        "pubDate",
        "pub_date",
        "article:published_time",
        "published_time",
        "date_publish",
        "article_date",
        "dc:date",
        "date",
        "datetime",
        "time",
        "timestamp",
        "created_at",
        "تاريخ النشر",
        "نشر في",
        "تاريخ الخبر",
        "تاريخ المقال",
        "التاريخ",
        "تاريخ",
        "date_extracted",
        "date_crawled",
        "crawl_date",
        "crawled_at",
        "crawled",
        "date_scraped",
        "scraped_at",
        "scraped",
        "date_fetched",
        "fetched_at",
        "fetched",
        "date_download",
        "download_date",
        "date_retrieved",
        "retrieved_at",
        "date_collected",
        "collected_at",
        "تاريخ السحب",
        "تاريخ الجمع",
        "تاريخ الحفظ",
    ),
    "outlet": (
        "outlet",
        "source",
        "publisher",
        "newspaper",
        "source_name",
        "source_domain",
        "media",
        "media_name",
        "site",
        "site_name",
        "og:site_name",
        "agency",
        "publication",
        "journal",
        "المصدر",
        "الصحيفة",
        "الوسيلة",
        "وسيلة الإعلام",
        "الموقع",
        "الجريدة",
        "الناشر",
        "الوكالة",
        "القناة",
    ),
    "url": (
        "url",
        "link",
        "href",
        "article_url",
        "source_url",
        "web_url",
        "permalink",
        "canonical_url",
        "og:url",
        "uri",
        "الرابط",
        "رابط",
        "رابط الخبر",
        "الوصلة",
    ),
    "author": (
        "author",
        "authors",
        "byline",
        "writer",
        "creator",
        "dc:creator",
        "reporter",
        "الكاتب",
        "كاتب المقال",
        "المحرر",
        "المؤلف",
        "المراسل",
    ),
    "language": ("language", "lang", "اللغة"),
    "record_id": ("id", "article_id", "record_id", "uid", "guid", "doc_id", "docno", "المعرف", "الرقم", "معرف"),
}
ROLES = tuple(NAMES)
_CRAWL = re.compile(r"extract|crawl|scrap|fetch|download|retriev|collected|harvest|السحب|الجمع|الحفظ", re.IGNORECASE)


def plain(name: str) -> str:
    """Return a field name as it is compared: folded, lower case, letters and digits only."""
    return "".join(c for c in key(name).casefold() if c.isalnum())


_PLAIN = {role: tuple(plain(name) for name in names) for role, names in NAMES.items()}


@lru_cache(maxsize=4096)
def recognized(names: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return by role the fields of `names` that can hold it, the best first; roles without one are absent."""
    by_plain: dict[str, str] = {}
    for name in names:
        by_plain.setdefault(plain(name), name)
    found = {
        role: tuple(dict.fromkeys(by_plain[name] for name in wanted if name in by_plain))
        for role, wanted in _PLAIN.items()
    }
    return {role: fields for role, fields in found.items() if fields}


def is_crawl_date(name: str) -> bool:
    """Whether a field of this name says when a crawler came by, not when the article was published."""
    return bool(_CRAWL.search(name))


def lookup(fields: Mapping, name: str) -> object:
    """Return the value of a field; 'a.b' also finds b inside the object a. None where there is none."""
    if name in fields:
        return fields[name]
    value: object = fields
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def as_line(value: object) -> str | None:
    """Return a value that is not the text as one string: stripped, lists joined, an object by its name; else None."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if isinstance(value, list):
        value = "; ".join(filter(None, map(as_line, value)))
    if value is None or isinstance(value, bool | Mapping):
        return None
    return str(value).strip() or None
