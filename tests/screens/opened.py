"""A page as Streamlit draws it, without a browser."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent.parent
APP = ROOT / "dashboard" / "app.py"
VIEWS = sorted(path.stem for path in (APP.parent / "views").glob("*.py"))


class Screen:
    """One page, opened at an address."""

    def __init__(self, page: str, **address: str) -> None:
        self.test = AppTest.from_file(str(APP), default_timeout=120)
        if page != "home":
            self.test.switch_page(f"views/{page}.py")
        for name, value in address.items():
            self.test.query_params[name] = value
        self.test.run()

    @property
    def html(self) -> str:
        """All that was drawn as HTML."""
        return "\n".join(drawn.proto.body for drawn in self.test.get("html"))

    def table(self, caption: str) -> str:
        """The body of the table with this caption."""
        return self.html.split(f">{caption}</caption>")[1].split("</table>")[0]
