"""What static hosts are told: books of other origins may load our files, also those that are cross-origin isolated."""

from pathlib import Path

from builder.publish.hosting import FOR_OTHER_ORIGINS, write_hosting


def test_the_headers_that_other_origins_need_are_on_every_file(tmp_path: Path) -> None:
    (tmp_path / "python" / "0123456789ab").mkdir(parents=True)
    write_hosting(tmp_path)
    lines = (tmp_path / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*"
    assert lines[1:4] == [f"  {name}: {value}" for name, value in FOR_OTHER_ORIGINS.items()]
    assert {"Cross-Origin-Resource-Policy", "Cross-Origin-Embedder-Policy"} <= set(FOR_OTHER_ORIGINS)
    assert lines[4:] == ["/python/*", "  Cache-Control: public, max-age=31536000, immutable"]
