import pytest

from analysis.errors import CollectionError
from analysis.loaders import settings


def write(folder, content):
    (folder / "collection.toml").write_text(content, encoding="utf-8")
    return folder


def test_no_file_gives_the_defaults(tmp_path):
    assert settings.read(tmp_path) == settings.Settings()


def test_sections_lie_over_the_general_keys_where_their_pattern_fits(tmp_path):
    found = settings.read(
        write(
            tmp_path,
            """\
dayfirst = false
[fields]
text = "matn"
[defaults]
outlet = "عام"
language = "ar"
[files."marsa/*"]
published_basis = "crawl"
defaults = { outlet = "مرسى اليوم" }
fields = { title = "ras" }
[files."*.zip!*2015*"]
encoding = "windows-1256"
outlet = "الساحل"
""",
        )
    )
    marsa = found.for_file("marsa/a/b.json")
    assert marsa.fields == {"text": "matn", "title": "ras"} and marsa.defaults == {
        "outlet": "مرسى اليوم",
        "language": "ar",
    }
    assert marsa.published_basis == "crawl" and marsa.dayfirst is False
    inner = found.for_file("x.zip!2015.json")
    assert inner.encoding == "windows-1256" and inner.defaults["outlet"] == "الساحل"
    assert (
        found.for_file("x.zip!2016.json").defaults["outlet"] == "عام"
        and found.for_file("marsa/x.zip!a.json").published_basis == "crawl"
    )


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("[fields]\ntext = matn\n", "line 2", "TOML"),
        ('[fields]\n# body\nbody = "matn"\n', "line 3", "'body'"),
        ('dayfirst = "yes"\n', "line 1", "true"),
        ('\npublished_basis = "guess"\n', "line 2", "crawl"),
        ('outlets = "x"\n', "line 1", "unknown key"),
        ('encoding = "cp-nonsense"\n', "line 1", "windows-1256"),
        ("[defaults]\noutlet = 3\n", "line 2", "quotation marks"),
        ('fields = "x"\n', "line 1", "section"),
        ('[defaults]\noutlet = "x"\n[files."a/*"]\nfields = { tetx = "y" }\n', "line 4", "tetx"),
        ('files = "x"\n', "line 1", "section"),
        ('[files]\n"a/*" = "x"\n', "line 2", "section"),
    ],
)
def test_errors_name_the_file_and_the_line(tmp_path, content, line, says):
    with pytest.raises(CollectionError) as error:
        settings.read(write(tmp_path, content))
    assert line in str(error.value) and says in str(error.value) and "collection.toml" in str(error.value)


def test_a_file_that_is_not_utf8(tmp_path):
    (tmp_path / "collection.toml").write_bytes('outlet = "مرسى"'.encode("cp1256"))
    with pytest.raises(CollectionError, match="UTF-8"):
        settings.read(tmp_path)
